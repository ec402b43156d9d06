// The screen's own sentences, its ready-made pieces of markup, and how it writes the time.
'use strict';
{
    const screen = document.getElementById('front-screen');
    const zone = screen.dataset.timeZone;
    const words = {};
    for (const one of document.getElementById('front-words').content.querySelectorAll('[data-word]')) {
        words[one.dataset.word] = one.textContent.trim();
    }

    // say('saved', {time: '07:33:50'}); a sentence that is missing shows its name.
    const say = (name, values = {}) => Object.entries(values).reduce(
        (said, [key, value]) => said.replaceAll(`{${key}}`, value), words[name] ?? name);

    const make = name => document.getElementById(`make-${name}`).content.firstElementChild.cloneNode(true);
    const part = (element, name) => element.querySelector(`[data-part="${name}"]`);
    const write = (element, text) => {
        if (element.textContent !== text) {
            element.textContent = text;
        }
        return element;
    };

    const FIELDS = {
        year: 'numeric', month: '2-digit', day: '2-digit',
        hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'
    };
    const reader = new Intl.DateTimeFormat('en-GB', {...FIELDS, timeZone: zone});
    const inZone = moment => Object.fromEntries(
        reader.formatToParts(moment).map(({type, value}) => [type, value]));

    // "07:34" today, "07:34 22/11" this year, "22/11/2025" before that: as the desk writes it.
    const time = (given, {seconds = false} = {}) => {
        if (!given) {
            return '';
        }
        const then = inZone(new Date(given));
        const now = inZone(new Date());
        const clock = `${then.hour}:${then.minute}`;
        if (then.year !== now.year) {
            return `${then.day}/${then.month}/${then.year}`;
        }
        if (then.month !== now.month || then.day !== now.day) {
            return `${clock} ${then.day}/${then.month}`;
        }
        return seconds ? `${clock}:${then.second}` : clock;
    };

    // Between a moment with its zone and what a date-time field holds: the paper's own clock.
    const toField = given => {
        if (!given) {
            return '';
        }
        const {year, month, day, hour, minute} = inZone(new Date(given));
        return `${year}-${month}-${day}T${hour}:${minute}`;
    };
    const offset = moment => {
        const {year, month, day, hour, minute, second} = inZone(moment);
        return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
    };
    const fromField = typed => {
        if (!typed) {
            return null;
        }
        const wall = Date.parse(`${typed}Z`);
        const ahead = offset(wall - offset(wall));
        const minutes = Math.abs(ahead) / 60000;
        const two = number => String(Math.floor(number)).padStart(2, '0');
        return `${new Date(wall).toISOString().slice(0, 19)}${ahead < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
    };

    window.fronts = {
        data: JSON.parse(document.getElementById('front-data').textContent),
        byId: id => document.getElementById(id),
        screen, say, make, part, write, time, toField, fromField
    };
}
