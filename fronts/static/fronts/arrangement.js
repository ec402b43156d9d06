// What can be done to an arrangement. Pure functions: each gives a new one, none changes its own.
// The form of the content is that of fronts/arrangement.py.
'use strict';
{
    const {kinds} = window.fronts.data;

    const copy = content => structuredClone(content);
    // Pictures, titles and times of two arrangements may be written differently and mean one thing.
    const line = text => (text || '').normalize('NFC').replace(/\s+/g, ' ').trim();
    const canonical = content => JSON.stringify([
        line(content.note?.title), line(content.note?.text),
        ...content.slots.map(slot => [
            slot.key, slot.layout, Number(slot.capacity), slot.source, slot.of || null,
            line(slot.title), slot.rhythm || '',
            slot.pins.map(pin => [
                pin.article, line(pin.headline), pin.photo || null,
                Date.parse(pin.from) || null, Date.parse(pin.until) || null
            ])
        ])
    ]);
    const same = (one, other) => canonical(one) === canonical(other);

    const slotOf = (content, key) => content.slots.find(slot => slot.key === key);
    const find = (content, article) => {
        for (const slot of content.slots) {
            const index = slot.pins.findIndex(pin => pin.article === article);
            if (index >= 0) {
                return {slot, index, pin: slot.pins[index]};
            }
        }
        return null;
    };
    const picked = content => content.slots.flatMap(slot => slot.pins.map(pin => pin.article));
    // A list that only the machine fills takes no hand picks.
    const takesPicks = slot => kinds[slot.layout].most > 0 && kinds[slot.layout].sources.includes('none');

    // A story stands once: one that is put there again moves, with what was changed about it.
    const put = (content, article, key, index = 0) => {
        const next = copy(content);
        const before = find(next, article);
        const pin = before?.pin ?? {article, headline: '', photo: null, from: null, until: null};
        before?.slot.pins.splice(before.index, 1);
        slotOf(next, key).pins.splice(index, 0, pin);
        return next;
    };
    const without = (content, article) => {
        const next = copy(content);
        const place = find(next, article);
        place?.slot.pins.splice(place.index, 1);
        return next;
    };
    // One place up or down; from the edge of a slot into the next that takes picks. Null at the end.
    const step = (content, article, by) => {
        const {slot, index} = find(content, article);
        const target = index + by;
        if (target >= 0 && target < slot.pins.length) {
            return put(content, article, slot.key, target);
        }
        const open = content.slots.filter(takesPicks);
        const neighbour = open[open.findIndex(one => one.key === slot.key) + by];
        return neighbour
            ? put(content, article, neighbour.key, by > 0 ? 0 : neighbour.pins.length) : null;
    };

    const changePin = (content, article, fields) => {
        const next = copy(content);
        Object.assign(find(next, article).pin, fields);
        return next;
    };
    const changeSlot = (content, key, fields) => {
        const next = copy(content);
        Object.assign(slotOf(next, key), fields);
        return next;
    };
    const changeNote = (content, fields) => ({...content, note: {...content.note, ...fields}});
    const addSlot = (content, slot) => ({...copy(content), slots: [...copy(content.slots), slot]});
    const removeSlot = (content, key) => ({
        ...copy(content), slots: copy(content.slots.filter(slot => slot.key !== key))
    });
    const stepSlot = (content, key, by) => {
        const next = copy(content);
        const from = next.slots.findIndex(slot => slot.key === key);
        const [slot] = next.slots.splice(from, 1);
        next.slots.splice(from + by, 0, slot);
        return next;
    };

    const isOver = pin => Boolean(pin.until) && Date.parse(pin.until) <= Date.now();
    const isEarly = pin => Boolean(pin.from) && Date.parse(pin.from) > Date.now();

    // What fills each slot, hand picks first, as far as is known before the server has said so:
    // {key: [{id, isPinned, pin | story}]}. The backfill is the last that the server chose.
    const lists = (content, composed = {}) => {
        const taken = new Set(picked(content));
        const result = {};
        for (const slot of content.slots) {
            const picks = slot.pins.map(pin => ({id: pin.article, isPinned: true, pin}));
            const standing = picks.filter(({pin}) => !isOver(pin) && !isEarly(pin)).length;
            const room = Math.max(0, slot.capacity - standing);
            const chosen = slot.source === 'none' ? [] : composed[slot.key] ?? [];
            const autos = chosen.filter(one => !taken.has(one.id)).slice(0, room);
            result[slot.key] = [
                ...picks, ...autos.map(story => ({id: story.id, isPinned: false, story}))
            ];
        }
        return result;
    };
    // {id: {key, index}} of everything that stands in such lists.
    const places = found => {
        const result = new Map();
        for (const [key, rows] of Object.entries(found)) {
            rows.forEach(({id}, index) => result.has(id) || result.set(id, {key, index}));
        }
        return result;
    };

    window.fronts.arrangement = {
        same, slotOf, find, picked, takesPicks, put, without, step, changePin, changeSlot,
        changeNote, addSlot, removeSlot, stepSlot, isOver, isEarly, lists, places
    };
}
