// A photo of the library inside the text, for the editor: drawn while one writes, kept as its number.
'use strict';
if (window.CKEDITOR) {
    const {CKEDITOR} = window;
    const {CTRL, ALT} = CKEDITOR;
    const ENTER = 13;
    const DOWN = 40;

    CKEDITOR.plugins.add('storyphoto', {
        requires: 'widget',
        init(editor) {
            const photos = window.storyPhotos;
            const NAME = 'photofigure';

            // The picture is put in when the text is shown and taken out when it is read: what is
            // kept is the photo's number and the caption.
            editor.widgets.add(NAME, {
                inline: false,
                draggable: true,
                pathName: photos.words.widget,
                getLabel: () => photos.words.widget,
                editables: {caption: {selector: 'figcaption', allowedContent: 'em strong br; a[href]'}},
                upcast(element) {
                    if (element.name !== 'figure' || element.attributes['data-photo'] === undefined) {
                        return false;
                    }
                    const caption = element.getFirst('figcaption') || new CKEDITOR.htmlParser.element('figcaption');
                    element.children.slice().forEach(child => child.remove());
                    element.add(new CKEDITOR.htmlParser.element('img', {alt: ''}));
                    element.add(caption);
                    return true;
                },
                downcast(element) {
                    const kept = new CKEDITOR.htmlParser.element('figure', {'data-photo': element.attributes['data-photo']});
                    const caption = element.getFirst('figcaption');
                    if (caption) {
                        caption.attributes = {};
                        kept.add(caption);
                    }
                    return kept;
                },
                init() {
                    this.on('doubleclick', event => {
                        event.stop();
                        editor.execCommand('storyphoto');
                    });
                    this.on('key', event => {
                        if (event.data.keyCode === ENTER || event.data.keyCode === DOWN) {
                            landAfter(this);
                            return false;
                        }
                        return undefined;
                    });
                    draw(this);
                }
            });

            // How a photo is drawn is no change of the text, and no step to undo.
            const silently = act => {
                editor.fire('lockSnapshot');
                act();
                editor.fire('unlockSnapshot');
            };
            const draw = async widget => {
                const figure = widget.element.$;
                const id = figure.dataset.photo;
                markEmpty(widget);
                await photos.load([id]).catch(() => {});
                const photo = photos.get(id);
                const image = figure.querySelector('img');
                if (!image || figure.dataset.photo !== id) {
                    return;
                }
                silently(() => {
                    figure.toggleAttribute('data-unknown', photo === null);
                    figure.toggleAttribute('data-barred', Boolean(photo && !photo.usable));
                    if (photo) {
                        Object.assign(image, {width: photo.width, height: photo.height, src: photo.picture, alt: photo.alt});
                    } else {
                        image.removeAttribute('src');
                    }
                });
            };
            const markEmpty = widget => {
                const caption = widget.element.$.querySelector('figcaption');
                const isEmpty = !caption?.textContent.trim();
                if (caption && caption.hasAttribute('data-empty') !== isEmpty) {
                    silently(() => caption.toggleAttribute('data-empty', isEmpty));
                }
            };
            const all = () => Object.values(editor.widgets.instances).filter(one => one.name === NAME);
            const current = () => {
                const {focused} = editor.widgets;
                if (focused?.name === NAME) {
                    return focused;
                }
                const caption = editor.elementPath()?.contains('figcaption', true);
                return caption ? editor.widgets.getByElement(caption) : null;
            };

            // --- The caret, which a browser leaves standing before or inside a photo --------------------

            const landIn = element => {
                editor.focus();
                const range = editor.createRange();
                range.moveToElementEditStart(element);
                range.select();
            };
            // The paragraph after a photo, made where there is none; an empty one is not saved.
            const landAfter = ({wrapper}) => {
                let next = wrapper.getNext(node => node.type === CKEDITOR.NODE_ELEMENT);
                if (!next?.is('p')) {
                    next = new CKEDITOR.dom.element('p', editor.document);
                    next.appendBogus();
                    next.insertAfter(wrapper);
                    editor.fire('saveSnapshot');
                }
                landIn(next);
            };
            const inLastLine = caption => {
                const caret = caption.ownerDocument.getSelection().getRangeAt(0).getBoundingClientRect();
                const {fontSize} = getComputedStyle(caption);
                return !caret.height || caret.bottom + parseFloat(fontSize) > caption.getBoundingClientRect().bottom;
            };
            editor.on('key', event => {
                const {keyCode} = event.data;
                const caption = [ENTER, DOWN].includes(keyCode)
                    && editor.elementPath()?.contains('figcaption', true);
                const widget = caption && editor.widgets.getByElement(caption);
                if (widget && (keyCode === ENTER || inLastLine(caption.$))) {
                    event.cancel();
                    landAfter(widget);
                }
            }, null, null, 2);

            // One change, one step of undo.
            const place = (photo, widget) => {
                editor.fire('saveSnapshot');
                put(photo, widget);
                editor.fire('saveSnapshot');
            };
            const put = (photo, widget) => {
                if (widget) {
                    widget.element.setAttribute('data-photo', String(photo.id));
                    const caption = widget.editables.caption;
                    if (caption && !caption.getText().trim()) {
                        caption.setText(photo.caption);
                    }
                    draw(widget);
                    return;
                }
                // After the paragraph the caret is in: nobody wants a photo inside a sentence.
                const block = editor.elementPath().block;
                if (block && block.getText().trim()) {
                    const range = editor.createRange();
                    range.moveToPosition(block, CKEDITOR.POSITION_AFTER_END);
                    range.select();
                }
                const words = CKEDITOR.tools.htmlEncode(photo.caption);
                const before = new Set(all());
                editor.insertHtml(`<figure data-photo="${Number(photo.id)}"><figcaption>${words}</figcaption></figure>`);
                editor.widgets.checkWidgets();
                const made = all().find(one => !before.has(one));
                if (made) {
                    landAfter(made);
                    if (!photo.caption.trim()) {
                        landIn(made.editables.caption);
                    }
                }
            };
            editor.addCommand('storyphoto', {
                exec() {
                    const widget = current();
                    const kept = widget ? null : editor.getSelection()?.createBookmarks2(true);
                    window.chooseStoryPhoto?.(photo => {
                        editor.focus();
                        if (kept) {
                            editor.getSelection().selectBookmarks(kept);
                        }
                        place(photo, widget);
                    });
                }
            });
            editor.setKeystroke(CTRL + ALT + 80, 'storyphoto');

            editor.on('contentDom', () => {
                const {style} = editor.editable().$;
                for (const word of ['missing', 'unknown', 'barred', 'caption']) {
                    style.setProperty(`--${word}`, JSON.stringify(photos.words[word] || ''));
                }
            });
            editor.on('change', () => all().forEach(markEmpty));
            // One question for all the photos of the text, before each draws itself.
            editor.on('toHtml', event => {
                const found = String(event.data.dataValue).matchAll(/data-photo="(\d+)"/g);
                photos.load([...found].map(one => one[1])).catch(() => {});
            }, null, null, 1);
        }
    });
}
