// A copy of what the server does not have yet, in this browser: for a crash, a closed lid, no
// network. One copy for each front and person; what an earlier sitting left is offered back.
'use strict';
{
    const {data, draft, arrangement, screen, byId, say, time} = window.fronts;
    const name = `front-${data.front.id}-of-${screen.dataset.user}`;
    const leftName = `${name}-left`;

    const read = key => {
        try {
            const kept = JSON.parse(localStorage.getItem(key));
            return kept?.content?.form === 1 && Array.isArray(kept.content.slots) ? kept : null;
        } catch {
            return null;
        }
    };
    const write = (key, value) => {
        try {
            if (value) {
                localStorage.setItem(key, JSON.stringify(value));
            } else {
                localStorage.removeItem(key);
            }
            return true;
        } catch {
            return false;  // a browser that keeps nothing; the screen then says less
        }
    };
    let isOurs = false;
    const keep = () => {
        isOurs = true;
        return write(name, current());
    };
    // Another tab's copy is not ours to forget.
    const forget = () => {
        if (isOurs) {
            write(name, null);
            isOurs = false;
        }
    };
    const current = () => ({
        number: draft.number, content: draft.content, at: new Date().toISOString(),
        stories: Object.fromEntries(
            arrangement.picked(draft.content).map(id => [id, draft.stories[id]])),
        photos: draft.photos
    });

    // --- What an earlier sitting left -----------------------------------------------------------

    const offer = () => {
        const unfinished = read(name);
        if (unfinished) {
            write(leftName, unfinished);  // new changes must not take its place before it is answered
            write(name, null);
        }
        const left = read(leftName);
        if (!left || arrangement.same(left.content, draft.content)) {
            write(leftName, null);
            return;
        }
        byId('kept-words').textContent = say('kept', {time: time(left.at, {seconds: true})});
        byId('kept').hidden = false;
        byId('kept-take').addEventListener('click', () => {
            draft.learn({...left, stories: {...left.stories, ...draft.stories}});
            // Saved from the number it began at: if somebody saved since, the server says so.
            draft.number = left.number;
            draft.change(left.content);
            done();
        });
        byId('kept-drop').addEventListener('click', done);
    };
    const done = () => {
        write(leftName, null);
        byId('kept').hidden = true;
        byId('find').focus();
    };

    window.fronts.keeping = {keep, forget, offer};
}
