// The admin's URLify, made to give the same slugs as vietnamese/slugs.py.
'use strict';
{
    // Letters that do not decompose; the same table as in vietnamese/folding.py.
    const BASE_LETTERS = {
        'đ': 'd', 'ð': 'd', 'ɖ': 'd', 'ø': 'o', 'ł': 'l', 'ħ': 'h', 'ı': 'i',
        'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th'
    };
    const UNDECOMPOSED = new RegExp(`[${Object.keys(BASE_LETTERS).join('')}]`, 'g');
    const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;
    // Removed without leaving a gap; the same ranges as in vietnamese/normal.py.
    const INVISIBLE = new RegExp(
        '[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f' +
        '\\u202a-\\u202e\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff' +
        '\\u{e0000}-\\u{e007f}]+', 'gu');

    function fold(text) {
        return text.replace(INVISIBLE, '')
            .normalize('NFKC').toLowerCase()
            .normalize('NFKD').replace(MARKS, '')
            .replace(UNDECOMPOSED, letter => BASE_LETTERS[letter]);
    }

    function slugify(text, maxLength = 100) {
        const slug = (fold(text).match(/[a-z0-9]+/g) || []).join('-');
        if (slug.length <= maxLength) {
            return slug;
        }
        const end = slug.slice(0, maxLength + 1).lastIndexOf('-');
        return slug.slice(0, end > 0 ? end : maxLength);
    }

    // A property that ignores assignment: the admin's own urlify.js may load before or after us.
    Object.defineProperty(window, 'URLify', {
        configurable: true,
        get: () => slugify,
        set: () => {}
    });
}
