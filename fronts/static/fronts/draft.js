// The draft as it stands on this screen, what is known about its stories, and the way back.
'use strict';
{
    const {data, arrangement} = window.fronts;
    const MOST_STEPS = 100;
    const past = [];
    const future = [];
    const listeners = [];
    let joined = null;

    const draft = {
        content: data.draft.content,
        number: data.draft.number,
        by: data.draft.by,
        at: data.draft.at,
        live: data.live,
        stories: data.stories,
        photos: data.photos,
        composed: {draft: {}, live: {}},

        onChange: listener => listeners.push(listener),
        tell: () => listeners.forEach(listener => listener()),

        // `join` names changes that are one step back: typing in one field, one move by keys.
        change(content, {join = null} = {}) {
            if (!content || arrangement.same(content, draft.content)) {
                return false;
            }
            if (!join || join !== joined) {
                past.push(draft.content);
                past.splice(0, past.length - MOST_STEPS);
            }
            joined = join;
            future.length = 0;
            draft.content = content;
            draft.tell();
            return true;
        },
        endStep() {
            joined = null;
        },
        // What the server holds takes the place of what is here, which stays one step back.
        adopt(given, {keep = true} = {}) {
            if (keep && !arrangement.same(given.content, draft.content)) {
                past.push(draft.content);
                future.length = 0;
            }
            joined = null;
            const {content, number, by, at} = given;
            Object.assign(draft, {content, number, by, at});
            draft.learn(given);
            draft.tell();
        },
        learn({stories = {}, photos = {}}) {
            Object.assign(draft.stories, stories);
            Object.assign(draft.photos, photos);
        },
        undo: () => back(past, future),
        redo: () => back(future, past),
        canUndo: () => past.length > 0,
        canRedo: () => future.length > 0,

        story: id => draft.stories[id] ?? {headline: `#${id}`, status: '', section: '', url: ''},
        // What the machine chose is known from the list it stands in.
        learnChosen(story) {
            draft.stories[story.id] ??= {...story, status: 'published', statusLabel: '', photo: null};
        }
    };

    const back = (from, to) => {
        if (!from.length) {
            return false;
        }
        to.push(draft.content);
        draft.content = from.pop();
        joined = null;
        draft.tell();
        return true;
    };

    // --- What differs -----------------------------------------------------------------------------

    const liveLists = () => draft.live
        ? arrangement.lists(draft.live.content, draft.composed.live)
        : Object.fromEntries(Object.entries(draft.composed.live).map(([key, rows]) =>
            [key, rows.map(story => ({id: story.id, isPinned: story.isPinned, story}))]));
    const nameOf = ({id, story, pin}) => pin?.headline || (story ?? draft.story(id)).headline;

    // {came, left, moved, unpublished}: what readers would notice if `content` took the place of
    // what is live. A story the machine moved up or down by itself is no news.
    const compare = content => {
        const [before, after] = [liveLists(), arrangement.lists(content, draft.composed.draft)];
        const [were, are] = [arrangement.places(before), arrangement.places(after)];
        const rows = Object.values(after).flat();
        const waits = ({id, isPinned}) => isPinned && draft.story(id).status !== 'published';
        const hasMoved = ({id}) => were.get(id).key !== are.get(id).key
            || were.get(id).index !== are.get(id).index;
        return {
            came: rows.filter(row => !were.has(row.id) && !waits(row)),
            left: Object.values(before).flat().filter(row => !are.has(row.id)),
            moved: rows.filter(row => row.isPinned && were.has(row.id) && hasMoved(row)),
            unpublished: rows.filter(waits)
        };
    };

    // For one row of the draft: {word, values} for `say`, or null where nothing differs.
    const mark = (id, key, index, were) => {
        const place = were.get(id);
        if (!place) {
            return {word: 'new'};
        }
        if (place.key !== key) {
            return {word: 'otherSlot'};
        }
        const up = place.index - index;
        return up ? {word: up > 0 ? 'up' : 'down', values: {count: Math.abs(up)}} : null;
    };

    window.fronts.draft = draft;
    window.fronts.differences = {liveLists, compare, mark, nameOf};
}
