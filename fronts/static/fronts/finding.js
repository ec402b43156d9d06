// Finding stories to add: typed words, a list, Enter or the pointer.
'use strict';
{
    const {data, draft, arrangement, asking, columns, moving, byId, say, make, part, write} = window.fronts;
    const field = byId('find');
    const target = byId('find-into');
    const list = byId('found');
    const nothing = byId('found-nothing');
    const results = new Map();
    let asked = 0;
    let timer = null;

    const drawTargets = () => {
        const open = draft.content.slots.filter(arrangement.takesPicks);
        const chosen = target.value;
        target.replaceChildren(...open.map(slot =>
            Object.assign(document.createElement('option'), {value: slot.key, textContent: columns.slotName(slot)})));
        if (open.some(slot => slot.key === chosen)) {
            target.value = chosen;
        }
        target.disabled = !open.length;
    };
    const drawResult = story => {
        const element = make('found');
        element.dataset.article = story.id;
        columns.drawHeadline(part(element, 'headline'), story.headline, story.url);
        columns.drawSection(part(element, 'section'), story);
        write(part(element, 'time'), story.status === 'published' ? columns.saidTime(story) : '');
        columns.drawState(part(element, 'state'), story);
        drawPlace(element);
        part(element, 'add').setAttribute('aria-label', say('addStory', {headline: story.headline}));
        return element;
    };
    const drawPlace = element => {
        const place = arrangement.find(draft.content, Number(element.dataset.article));
        write(part(element, 'place'), place ? say('isIn', {slot: columns.slotName(place.slot)}) : '');
    };
    const draw = found => {
        results.clear();
        found.forEach(story => results.set(story.id, story));
        list.replaceChildren(...found.map(drawResult));
        nothing.hidden = found.length > 0 || !field.value.trim();
        list.hidden = !found.length;
    };
    const clear = () => {
        asked += 1;
        clearTimeout(timer);
        field.value = '';
        write(nothing, say('foundNothing'));
        draw([]);
    };
    const search = async () => {
        const mine = asked += 1;
        const words = field.value.trim();
        if (!words) {
            clear();
            return;
        }
        try {
            const {results: found} = await asking.get(data.urls.search, {q: words});
            if (mine === asked) {
                write(nothing, say('foundNothing'));
                draw(found);
                window.fronts.announce(found.length ? say('found', {count: found.length}) : say('foundNothing'));
            }
        } catch {
            if (mine === asked) {
                write(nothing, say('noAnswer'));
                draw([]);
            }
        }
    };

    // What is known of a story from the place it was taken from.
    const learn = id => {
        const chosen = Object.values(draft.composed.draft).flat().find(one => one.id === id);
        if (results.has(id)) {
            draft.learn({stories: {[id]: results.get(id)}});
        } else if (chosen) {
            draft.learnChosen(chosen);
        }
    };
    const add = async row => {
        const id = Number(row.dataset.article);
        if (target.value) {
            moving.put(id, target.value, 0);
            columns.pickRow(id)?.scrollIntoView({block: 'nearest'});
        }
    };

    field.addEventListener('input', () => {
        clearTimeout(timer);
        if (field.value.trim()) {
            timer = setTimeout(search, 200);
        } else {
            clear();
        }
    });
    field.addEventListener('keydown', async event => {
        if (event.isComposing) {
            return;
        }
        if (event.key === 'Enter') {
            event.preventDefault();
            clearTimeout(timer);
            await search();
            if (list.firstElementChild) {
                await add(list.firstElementChild);
                field.select();
            }
        } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            list.querySelector('[data-part=add]')?.focus();
        } else if (event.key === 'Escape') {
            clear();
        }
    });
    list.addEventListener('keydown', event => {
        const rows = [...list.children];
        const at = rows.indexOf(event.target.closest('[data-article]'));
        const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
        if (by) {
            event.preventDefault();
            (rows[at + by] ? part(rows[at + by], 'add') : by < 0 ? field : null)?.focus();
        } else if (event.key === 'Escape') {
            clear();
            field.focus();
        }
    });
    list.addEventListener('click', event => {
        if (event.target.closest('[data-part=add]')) {
            add(event.target.closest('[data-article]'));
        }
    });
    moving.bindSource(list);
    draft.onChange(() => {
        drawTargets();
        [...list.children].forEach(drawPlace);
    });

    window.fronts.finding = {
        drawTargets, learn,
        into(key) {
            target.value = key;
            field.focus();
            field.scrollIntoView({block: 'nearest'});
        }
    };
}
