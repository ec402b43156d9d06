// Draws what is live and the draft. Rows live on from one drawing to the next, so that typing,
// open panels and the place of the keyboard survive whatever is drawn around them.
'use strict';
{
    const {data, draft, arrangement, differences, byId, say, make, part, write, time, toField} = window.fronts;
    const SHAPES = {published: 'live', withdrawn: 'off'};  // the rest is a draft
    const slotRows = new Map();
    const pickRows = new Map();
    const autoRows = new Map();
    let drawing = false;

    // The children of a container become these, with as few moves as can be.
    const place = (container, elements) => {
        const wanted = new Set(elements);
        for (const child of [...container.children]) {
            if (!wanted.has(child)) {
                child.remove();
            }
        }
        elements.forEach((element, index) => {
            if (container.children[index] !== element) {
                container.insertBefore(element, container.children[index] ?? null);
            }
        });
    };
    const row = (rows, key, build) => {
        if (!rows.has(key)) {
            rows.set(key, build());
        }
        return rows.get(key);
    };
    const setField = (field, value) => {
        if (field !== document.activeElement && field.value !== String(value ?? '')) {
            field.value = value ?? '';
        }
    };

    // --- Words about stories and slots ----------------------------------------------------------

    const ofName = ({source, of}) =>
        ({section: data.sections, topic: data.topics, series: data.series})[source]
            ?.find(one => one.id === of)?.name ?? '';
    const slotName = slot => {
        const own = slot.title || ofName(slot);
        const {label} = data.kinds[slot.layout];
        return own ? say('slotNamed', {slot: label, name: own}) : label;
    };
    const about = slot => {
        const {most} = data.kinds[slot.layout];
        const source = [data.sources[slot.source], ofName(slot)].filter(Boolean).join(': ');
        return most ? say('holds', {count: slot.capacity, source}) : '';
    };
    const drawSection = (element, {section, hue}) => {
        write(element, section || '');
        element.hidden = !section;
        element.toggleAttribute('data-hue', Boolean(hue));
        if (hue) {
            element.dataset.hue = hue;
        }
    };
    const drawState = (element, story) => {
        const waits = !story.missing && story.status && story.status !== 'published';
        element.hidden = !waits && !story.missing;
        if (!element.hidden) {
            const shape = story.missing ? 'off' : SHAPES[story.status] ?? 'draft';
            element.dataset.st = shape;
            element.querySelector('use').setAttribute('href', `#${shape}`);
            write(part(element, 'state-words'), story.missing ? say('missing')
                : say('onlyPublished', {status: story.statusLabel}));
        }
    };
    const drawHeadline = (link, words, url) => {
        write(link, words);
        if (url && link.getAttribute('href') !== url) {
            link.href = url;
        }
    };
    const saidTime = story => story.publishedAt ? say('publishedAt', {time: time(story.publishedAt)}) : '';

    // --- What is live ---------------------------------------------------------------------------

    const liveRow = ({id, isPinned, story, pin}) => {
        const element = make('live');
        const known = story ?? draft.story(id);
        element.classList.toggle('auto', !isPinned);
        drawHeadline(part(element, 'headline'), pin?.headline || known.headline, known.url);
        drawSection(part(element, 'section'), known);
        write(part(element, 'time'), saidTime(known));
        part(element, 'auto').hidden = isPinned;
        return element;
    };
    const drawLive = () => {
        const known = draft.live?.content.slots ?? draft.content.slots;
        const found = differences.liveLists();
        const keys = draft.live ? known.map(slot => slot.key) : Object.keys(found);
        byId('live-slots').replaceChildren(...keys.map(key => {
            const element = make('live-slot');
            const slot = known.find(one => one.key === key);
            element.classList.toggle('lead', slot?.layout === 'lead');
            write(part(element, 'name'), slot ? slotName(slot) : say('byTime'));
            part(element, 'rows').replaceChildren(...(found[key] ?? [])
                .filter(({pin}) => !pin || !arrangement.isOver(pin) && !arrangement.isEarly(pin))
                .slice(0, slot?.capacity ?? undefined)
                .map(liveRow));
            part(element, 'empty').hidden = Boolean(found[key]?.length) || !data.kinds[slot?.layout]?.most;
            return element;
        }));
        write(byId('live-since'), draft.live
            ? say('since', {time: time(draft.live.at), name: draft.live.by || say('theSystem')})
            : say('byTime'));
    };

    // --- The draft ------------------------------------------------------------------------------

    const drawPick = (element, slot, index, pin, were) => {
        const story = draft.story(pin.article);
        const headline = pin.headline || story.headline || `#${pin.article}`;
        const change = differences.mark(pin.article, slot.key, index, were);
        const span = [pin.from && say('from', {time: time(pin.from)}),
            pin.until && say('until', {time: time(pin.until)})].filter(Boolean).join(' ');
        const beyond = index >= slot.capacity;
        element.classList.toggle('beyond', beyond || arrangement.isOver(pin));
        drawHeadline(part(element, 'headline'), headline, story.url);
        drawSection(part(element, 'section'), story);
        write(part(element, 'time'), story.status === 'published' ? saidTime(story) : '');
        drawState(part(element, 'state'), story);
        write(part(element, 'span'), [
            arrangement.isOver(pin) ? say('over', {time: time(pin.until)}) : span,
            beyond && say('beyond'),
            pin.headline && say('ownHeadline'), pin.photo && say('ownPhoto')
        ].filter(Boolean).join(' · '));
        write(part(element, 'change'), change ? say(change.word, change.values) : '');
        for (const [name, word] of [['drag', 'move'], ['more', 'particulars'], ['remove', 'remove']]) {
            part(element, name).setAttribute('aria-label', say(word, {headline}));
        }
        drawPanel(element, pin, story);
    };
    const drawPanel = (element, pin, story) => {
        const panel = part(element, 'panel');
        if (panel.hidden) {
            return;
        }
        const field = name => panel.querySelector(`[data-field="${name}"]`);
        setField(field('headline'), pin.headline);
        field('headline').placeholder = story.headline || '';
        setField(field('from'), toField(pin.from));
        setField(field('until'), toField(pin.until));
        const photo = pin.photo ? draft.photos[pin.photo] : story.photo;
        const picture = part(panel, 'photo');
        picture.hidden = !photo;
        if (photo && picture.getAttribute('src') !== photo.src) {
            picture.src = photo.src;
            picture.alt = photo.alt || '';
        }
        part(panel, 'no-photo').hidden = !pin.photo;
    };
    const drawAuto = (element, {story}) => {
        drawHeadline(part(element, 'headline'), story.headline, story.url);
        drawSection(part(element, 'section'), story);
        write(part(element, 'time'), saidTime(story));
        part(element, 'pin').setAttribute('aria-label', say('pin', {headline: story.headline}));
    };
    const buildRow = (name, id) => {
        const element = make(name);
        element.dataset.article = id;
        return element;
    };
    const drawSlot = (element, slot, index, rows, were) => {
        const takes = arrangement.takesPicks(slot);
        element.classList.toggle('lead', slot.layout === 'lead');
        write(part(element, 'name'), slotName(slot));
        write(part(element, 'about'), about(slot));
        part(element, 'up').disabled = index === 0;
        part(element, 'down').disabled = index === draft.content.slots.length - 1;
        part(element, 'add').hidden = !takes;
        for (const [name, word] of [['up', 'slotUp'], ['down', 'slotDown'], ['drop', 'slotRemove'], ['add', 'addTo']]) {
            part(element, name).setAttribute('aria-label', say(word, {slot: slotName(slot)}));
        }
        window.fronts.slots.fill(element, slot);
        const picks = rows.filter(one => one.isPinned);
        const autos = rows.filter(one => !one.isPinned);
        place(part(element, 'picks'), picks.map(({id}) => row(pickRows, id, () => buildRow('pick', id))));
        picks.forEach(({id, pin}, at) => drawPick(pickRows.get(id), slot, at, pin, were));
        place(part(element, 'autos'), autos.map(({id}) => row(autoRows, id, () => buildRow('auto', id))));
        autos.forEach(one => drawAuto(autoRows.get(one.id), one));
        part(element, 'picks').hidden = !takes;
        part(element, 'hint').hidden = !takes || rows.length > 0;
    };
    const buildSlot = slot => {
        const element = make('slot');
        element.dataset.key = slot.key;
        part(element, 'picks').dataset.key = slot.key;
        window.fronts.slots.build(element, slot);
        return element;
    };
    const drawDraft = () => {
        const were = arrangement.places(differences.liveLists());
        const found = arrangement.lists(draft.content, draft.composed.draft);
        place(byId('draft-slots'), draft.content.slots.map(slot =>
            row(slotRows, slot.key, () => buildSlot(slot))));
        draft.content.slots.forEach((slot, index) =>
            drawSlot(slotRows.get(slot.key), slot, index, found[slot.key], were));
        for (const field of document.querySelectorAll('[data-note]')) {
            setField(field, draft.content.note?.[field.dataset.note] ?? '');
        }
        for (const [key, element] of [...pickRows]) {
            if (!element.isConnected) {
                pickRows.delete(key);
            }
        }
    };

    // --- What differs, in a line above and one below ------------------------------------------------

    const drawDifferences = () => {
        const {came, left, moved, unpublished} = differences.compare(draft.content);
        const count = [...came.filter(one => one.isPinned), ...moved, ...unpublished].length;
        // A draft nobody has saved follows what the time chooses.
        const differs = draft.live ? !arrangement.same(draft.content, draft.live.content)
            : draft.number > 0 || window.fronts.saving.isDirty();
        write(byId('differs'), !differs ? say('asLive')
            : count ? say('differences', {count}) : say('differs'));
        const names = left.slice(0, 3).map(one => say('quoted', {headline: differences.nameOf(one)}));
        const rest = left.length - names.length;
        write(byId('pushed-off'), !left.length ? '' : say('pushedOff', {
            names: names.join(', ') + (rest > 0 ? ` ${say('andMore', {count: rest})}` : '')
        }));
        byId('step-back').disabled = !draft.canUndo();
        byId('step-again').disabled = !draft.canRedo();
    };

    const draw = () => {
        const focused = document.activeElement;
        drawing = true;
        drawLive();
        drawDraft();
        drawDifferences();
        window.fronts.slots.drawAdding();
        if (focused !== document.activeElement && focused.isConnected) {
            focused.focus({preventScroll: true});
        }
        drawing = false;
    };

    window.fronts.columns = {
        draw, slotName, drawSection, drawState, drawHeadline, saidTime, drawPanel,
        isDrawing: () => drawing, pickRow: id => pickRows.get(id), slotRow: key => slotRows.get(key)
    };
}
