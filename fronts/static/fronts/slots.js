// A slot's own form, adding and removing slots, the particulars of a hand pick, the note.
'use strict';
{
    const {data, draft, arrangement, byId, say, part, fromField} = window.fronts;
    const OF = {section: 'sections', topic: 'topics', series: 'series'};
    const slots = byId('draft-slots');

    const option = (value, text) => Object.assign(document.createElement('option'), {value, textContent: text});
    const slotAt = element => arrangement.slotOf(draft.content, element.closest('[data-key]').dataset.key);
    const articleAt = element => Number(element.closest('[data-article]').dataset.article);
    const numbered = (element, prefix, key) => {
        for (const label of element.querySelectorAll('label[data-for]')) {
            const field = element.querySelector(`[data-field="${label.dataset.for}"]`);
            field.id ||= `${prefix}-${key}-${label.dataset.for}`;
            label.htmlFor = field.id;
        }
    };

    // --- The form of a slot -----------------------------------------------------------------------

    const field = (element, name) => part(element, 'settings').querySelector(`[data-field="${name}"]`);
    const build = (element, slot) => {
        const kind = data.kinds[slot.layout];
        numbered(part(element, 'settings'), 'slot', slot.key);
        field(element, 'capacity').max = kind.most;
        field(element, 'source').replaceChildren(...kind.sources.map(one => option(one, data.sources[one])));
        field(element, 'source').disabled = kind.sources.length < 2;
        field(element, 'rhythm').replaceChildren(
            ...Object.entries(data.rhythms).map(([value, label]) => option(value, label)));
        part(element, 'rhythm-row').hidden = slot.layout !== 'desk';
        part(element, 'filled-row').hidden = part(element, 'capacity-row').hidden = !kind.most;
    };
    const fillOf = (element, slot) => {
        const select = field(element, 'of');
        const known = data[OF[slot.source]];
        part(element, 'of-row').hidden = !known;
        part(element, 'find-of').hidden = !known || slot.source === 'section';
        if (known && (select.dataset.source !== slot.source || select.options.length !== known.length + 1)) {
            select.dataset.source = slot.source;
            select.replaceChildren(option('', say('choose')), ...known.map(one => option(one.id, one.name)));
        }
        select.classList.toggle('lacks', Boolean(known) && !slot.of);
    };
    const fill = (element, slot) => {
        fillOf(element, slot);
        for (const name of ['title', 'capacity', 'source', 'of', 'rhythm']) {
            const one = field(element, name);
            if (one !== document.activeElement) {
                one.value = slot[name] ?? '';
            }
        }
    };
    const readSlot = (target, slot) => {
        const {field: name} = target.dataset;
        if (name === 'capacity') {
            const typed = Math.round(Number(target.value));
            return typed ? {capacity: Math.min(Math.max(1, typed), data.kinds[slot.layout].most)} : null;
        }
        if (name === 'of') {
            return {of: Number(target.value) || null};
        }
        return name === 'source' ? {source: target.value, of: null} : {[name]: target.value};
    };

    // Topics and series are too many for a list: what is found joins those that are in use.
    const findOf = async input => {
        const element = input.closest('[data-key]');
        const slot = slotAt(input);
        const answer = await window.fronts.asking.get(data.urls.search, {q: input.value, kind: slot.source});
        const known = data[OF[slot.source]];
        known.push(...answer.results.filter(one => !known.some(old => old.id === one.id)));
        fillOf(element, slot);
        window.fronts.announce(answer.results.length ? say('foundOf', {
            names: answer.results.slice(0, 5).map(one => one.name).join(', ')
        }) : say('foundNothing'));
        const [first] = answer.results;
        if (first) {
            draft.change(arrangement.changeSlot(draft.content, slot.key, {of: first.id}), {join: `of-${slot.key}`});
        }
    };
    let waiting = null;

    const typed = target => {
        const join = `${target.id}-${target.dataset.field}`;
        if (target.closest('[data-part=settings]')) {
            const slot = slotAt(target);
            const fields = readSlot(target, slot);
            if (fields) {
                draft.change(arrangement.changeSlot(draft.content, slot.key, fields), {join});
            }
        } else {
            const {field: name} = target.dataset;
            const value = name === 'headline' ? target.value : fromField(target.value);
            draft.change(arrangement.changePin(draft.content, articleAt(target), {[name]: value}), {join});
        }
    };
    slots.addEventListener('input', event => {
        if (event.target.matches('[data-find-of]')) {
            clearTimeout(waiting);
            waiting = setTimeout(() => findOf(event.target).catch(() => {}), 400);
        } else if (event.target.matches('[data-field]')) {
            typed(event.target);
        }
    });
    slots.addEventListener('focusout', event => {
        if (event.target.matches('[data-field=capacity]')) {
            event.target.value = slotAt(event.target).capacity;
        }
        draft.endStep();
    });
    for (const one of document.querySelectorAll('[data-note]')) {
        one.addEventListener('input', () => draft.change(
            arrangement.changeNote(draft.content, {[one.dataset.note]: one.value}), {join: `note-${one.dataset.note}`}));
    }

    // --- Buttons of slots and rows --------------------------------------------------------------

    const nameAt = element => window.fronts.columns.slotName(slotAt(element));
    const headline = id => arrangement.find(draft.content, id)?.pin.headline || draft.story(id).headline;
    const remove = target => {
        const id = articleAt(target);
        const place = arrangement.find(draft.content, id);
        const neighbour = place.slot.pins[place.index + 1] ?? place.slot.pins[place.index - 1];
        const said = say('removed', {headline: headline(id)});
        draft.change(arrangement.without(draft.content, id));
        window.fronts.tellUndo(said);
        (neighbour ? part(window.fronts.columns.pickRow(neighbour.article), 'remove') : byId('find')).focus();
    };
    const dropSlot = target => {
        const said = say('slotRemoved', {slot: nameAt(target)});
        draft.change(arrangement.removeSlot(draft.content, slotAt(target).key));
        window.fronts.tellUndo(said);
        byId('add-layout').focus();
    };
    const stepSlot = by => target => {
        const {key} = slotAt(target);
        draft.change(arrangement.stepSlot(draft.content, key, by));
        const place = draft.content.slots.findIndex(one => one.key === key) + 1;
        window.fronts.announce(say('slotAt', {slot: nameAt(target), place, count: draft.content.slots.length}));
        const row = window.fronts.columns.slotRow(key);
        (target.disabled ? part(row, by > 0 ? 'up' : 'down') : target).focus();
    };
    const togglePanel = target => {
        const row = target.closest('[data-article]');
        const panel = part(row, 'panel');
        panel.hidden = !panel.hidden;
        target.setAttribute('aria-expanded', String(!panel.hidden));
        numbered(panel, 'pin', row.dataset.article);
        draft.tell();
    };
    const acts = {
        remove,
        drop: dropSlot,
        up: stepSlot(-1),
        down: stepSlot(1),
        more: togglePanel,
        pin: target => window.fronts.moving.pin(target.closest('[data-article]')),
        'row-up': target => window.fronts.moving.step(articleAt(target), -1, target),
        'row-down': target => window.fronts.moving.step(articleAt(target), 1, target),
        add: target => window.fronts.finding.into(slotAt(target).key),
        'choose-photo': target => window.fronts.pictures.choose(articleAt(target)),
        'no-photo': target => draft.change(
            arrangement.changePin(draft.content, articleAt(target), {photo: null}))
    };
    slots.addEventListener('click', event => {
        const button = event.target.closest('button[data-part]');
        acts[button?.dataset.part]?.(button);
    });

    // --- A new slot -------------------------------------------------------------------------------

    const layout = byId('add-layout');
    const drawAdding = () => {
        const used = new Set(draft.content.slots.map(slot => slot.layout));
        const open = Object.entries(data.kinds).filter(([name, kind]) => !kind.isSingle || !used.has(name));
        if ([...layout.options].map(one => one.value).join() !== open.map(([name]) => name).join()) {
            layout.replaceChildren(...open.map(([name, kind]) => option(name, kind.label)));
        }
    };
    const newKey = () => `n${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
    byId('add-slot').addEventListener('click', () => {
        const kind = data.kinds[layout.value];
        const [source] = kind.sources;
        const filled = new Set(draft.content.slots.map(slot => slot.source === 'section' && slot.of));
        const section = data.sections.find(one => !filled.has(one.id)) ?? data.sections[0];
        const key = newKey();
        draft.change(arrangement.addSlot(draft.content, {
            key, layout: layout.value, capacity: kind.capacity, title: '', rhythm: '', source,
            of: source === 'section' ? section?.id ?? null : null, pins: []
        }));
        const row = window.fronts.columns.slotRow(key);
        part(row, 'settings').open = true;
        part(row, 'settings').querySelector('summary').focus();
        row.scrollIntoView({block: 'nearest'});
    });

    window.fronts.slots = {build, fill, drawAdding};
}
