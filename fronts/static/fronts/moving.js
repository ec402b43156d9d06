// Moving rows: by the pointer or a finger, by keys, by buttons. Every place is said aloud.
'use strict';
{
    const {Sortable} = window;
    const {draft, arrangement, columns, byId, say, part} = window.fronts;
    const slots = byId('draft-slots');
    let dragged = null;
    let givenUp = false;
    let keyed = null;  // {article, before}: one move by keys, as long as the keyboard stays in the row

    const headline = id => arrangement.find(draft.content, id)?.pin.headline || draft.story(id).headline;
    const sayPlace = id => {
        const {slot, index} = arrangement.find(draft.content, id);
        window.fronts.announce(say('placed', {
            headline: headline(id), slot: columns.slotName(slot), place: index + 1, count: slot.pins.length
        }));
    };

    // Puts a story into a slot, wherever it comes from; one that is there already moves.
    const put = (id, key, index) => {
        window.fronts.finding.learn(id);
        if (draft.change(arrangement.put(draft.content, id, key, index))) {
            sayPlace(id);
        }
    };
    const pin = row => {
        const id = Number(row.dataset.article);
        const key = row.closest('[data-key]').dataset.key;
        put(id, key, arrangement.slotOf(draft.content, key).pins.length);
        part(columns.pickRow(id), 'drag').focus();
    };

    // --- By keys and buttons -----------------------------------------------------------------------

    const step = (id, by, focus) => {
        const next = arrangement.step(draft.content, id, by);
        if (!next) {
            window.fronts.announce(say('atTheEnd'));
            return;
        }
        if (keyed?.article !== id) {
            keyed = {article: id, before: draft.content};
            draft.endStep();
        }
        draft.change(next, {join: `keys-${id}`});
        focus.focus({preventScroll: true});
        columns.pickRow(id).scrollIntoView({block: 'nearest'});
        sayPlace(id);
    };
    slots.addEventListener('keydown', event => {
        const row = event.target.closest('.pick');
        if (!row || event.isComposing || event.target.matches('input, select, textarea')) {
            return;
        }
        const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
        if (by && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            step(Number(row.dataset.article), by, event.target);
        } else if (event.key === 'Escape' && keyed) {
            event.preventDefault();
            const {article, before} = keyed;
            keyed = null;
            draft.change(before, {join: `keys-${article}`});
            sayPlace(article);
            draft.endStep();
        }
    });
    slots.addEventListener('focusout', event => {
        if (keyed && !columns.isDrawing() && !event.relatedTarget?.closest(`[data-article="${keyed.article}"]`)) {
            keyed = null;
            draft.endStep();
        }
    });

    // --- By pointer ---------------------------------------------------------------------------------

    const OPTIONS = {
        handle: '.drag', animation: 120, forceFallback: true, fallbackOnBody: true,
        fallbackTolerance: 3, ghostClass: 'dropline', fallbackClass: 'moving', emptyInsertThreshold: 24,
        scrollSensitivity: 80, bubbleScroll: true
    };
    const start = event => {
        dragged = {item: event.item, from: event.from, next: event.item.nextSibling};
        givenUp = false;
        document.body.classList.add('is-dragging');
    };
    const end = event => {
        const {item, to, from, newIndex} = event;
        const id = Number(item.dataset.article);
        const key = to.dataset.key;
        // Our own drawing decides where rows stand: the row goes back, then the draft changes.
        if (item.parentNode !== dragged.from || givenUp) {
            dragged.from.insertBefore(item, dragged.next?.parentNode === dragged.from ? dragged.next : null);
        }
        dragged = null;
        document.body.classList.remove('is-dragging');
        if (givenUp) {
            window.fronts.announce(say('givenUp'));
        } else if (key && (to !== from || newIndex !== event.oldIndex)) {
            put(id, key, newIndex);
        }
        columns.draw();
    };
    const bound = new WeakSet();
    const bindLists = () => {
        for (const list of slots.querySelectorAll('.picks')) {
            if (!bound.has(list)) {
                bound.add(list);
                Sortable.create(list, {...OPTIONS, group: 'picks', onStart: start, onEnd: end});
            }
        }
        for (const list of slots.querySelectorAll('.autos')) {
            bindSource(list);
        }
    };
    // A list stories are taken from but not dropped into.
    const bindSource = list => {
        if (!bound.has(list)) {
            bound.add(list);
            Sortable.create(list, {
                ...OPTIONS, sort: false, group: {name: 'picks', pull: true, put: false},
                onStart: start, onEnd: end
            });
        }
    };
    document.addEventListener('keydown', event => {
        if (event.key === 'Escape' && dragged) {
            givenUp = true;
            document.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}));
        }
    }, true);

    window.fronts.moving = {put, pin, step, bindLists, bindSource, isDragging: () => Boolean(dragged)};
}
