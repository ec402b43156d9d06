// Saves the draft by itself. Never over somebody else's save unseen, never losing what is here.
'use strict';
{
    const {data, draft, arrangement, asking, keeping, byId, say, time} = window.fronts;
    const PAUSE = 1500;
    const AGAIN = [4000, 8000, 15000, 30000];
    const state = byId('saved');
    let saved = draft.content;  // what the server holds under draft.number
    let timer = null;
    let running = null;
    let conflict = null;
    let barred = null;  // what the server would not take; it is not asked the same twice
    let failures = 0;
    let since = null;

    const isDirty = () => !arrangement.same(draft.content, saved);
    const show = (kind, text) => {
        state.dataset.kind = kind;
        byId('saved-words').textContent = text;
        byId('save-again').hidden = kind !== 'failed';
    };
    const showSaved = () => show(draft.at ? 'saved' : 'none', draft.at ? say('saved', {time: time(draft.at, {seconds: true})}) : '');
    const refuse = sentences => {
        byId('refused-words').textContent = sentences.join(' ');
        byId('refused').hidden = !sentences.length;
    };

    // --- Saving ---------------------------------------------------------------------------------

    const plan = delay => {
        clearTimeout(timer);
        timer = setTimeout(save, delay);
    };
    const touch = () => {
        if (!isDirty()) {
            clearTimeout(timer);
            failures = 0;
            since = null;
            keeping.forget();
            if (!conflict && !running) {
                refuse([]);
                showSaved();
            }
            return;
        }
        keeping.keep();
        if (!conflict && !failures && draft.content !== barred) {
            show('unsaved', say('unsaved'));
            plan(PAUSE);
        }
    };
    const bar = (sentences, sent) => {
        barred = sent;
        show('refused', say('notSaved'));
        refuse(sentences);
    };
    const answers = {
        200(answer, sent) {
            saved = sent;
            Object.assign(draft, {number: answer.number, at: answer.at});
            draft.learn(answer);
            failures = 0;
            since = null;
            refuse([]);
            showSaved();
            document.dispatchEvent(new CustomEvent('front:saved'));
        },
        409: answer => stopFor(answer),
        400: (answer, sent) => bar(answer.sentences ?? [], sent),
        403: (answer, sent) => bar(answer.sentences ?? [say('mayNot')], sent)
    };
    // Nobody answered: what is here is kept, and asked again after a while.
    const fail = error => {
        since ??= time(new Date(), {seconds: true});
        const word = error instanceof asking.LoggedOut ? 'loggedOut' : 'noNetwork';
        show('failed', say(word, {time: since}));
        plan(AGAIN[Math.min(failures, AGAIN.length - 1)]);
        failures += 1;
    };
    const send = async () => {
        const sent = draft.content;
        show('saving', say('saving'));
        try {
            const {status, data: answer} = await asking.post(data.urls.save, {number: draft.number, content: sent});
            (answers[status] ?? answers[400])(answer, sent);
            return status === 200;
        } catch (error) {
            if (!(error instanceof asking.Unanswered) && !(error instanceof asking.LoggedOut)) {
                throw error;
            }
            fail(error);
            return false;
        }
    };
    // True when the server holds what is here.
    const save = async () => {
        clearTimeout(timer);
        while (running) {
            await running;
        }
        if (conflict || !isDirty()) {
            return !conflict;
        }
        running = send();
        let went = false;
        try {
            went = await running;
        } finally {
            running = null;
        }
        touch();
        return went && (!isDirty() || save());
    };

    // --- Two at once ----------------------------------------------------------------------------

    const changesBetween = (from, to) => {
        const names = ids => ids.map(id => say('quoted', {headline: draft.story(id).headline})).join(', ');
        const [had, have] = [arrangement.picked(from), arrangement.picked(to)];
        const came = have.filter(id => !had.includes(id));
        const left = had.filter(id => !have.includes(id));
        return [came.length && say('theirsHas', {names: names(came)}),
            left.length && say('theirsLacks', {names: names(left)})].filter(Boolean).join(' ');
    };
    const stopFor = theirs => {
        conflict = theirs;
        draft.learn(theirs);
        keeping.keep();
        show('refused', say('notSaved'));
        const name = theirs.by || say('theSystem');
        byId('conflict-words').textContent = say('conflict', {name, time: time(theirs.at, {seconds: true})});
        byId('conflict-changes').textContent = changesBetween(draft.content, theirs.content);
        byId('take-theirs').textContent = say('takeTheirs', {name});
        byId('conflict').hidden = false;
        byId('news').hidden = true;
        draft.tell();
    };
    const settle = () => {
        conflict = null;
        failures = 0;
        byId('conflict').hidden = true;
        byId('find').focus();
    };
    byId('take-theirs').addEventListener('click', () => {
        const theirs = conflict;
        settle();
        hold(theirs);
        window.fronts.tellUndo(say('tookTheirs', {name: theirs.by || say('theSystem')}));
    });
    byId('keep-mine').addEventListener('click', () => {
        const {number, content} = conflict;
        settle();
        saved = content;
        draft.number = number;
        touch();
        save();
    });

    // What the server says the draft is now takes the place of ours, one step back from it.
    const hold = given => {
        saved = given.content;
        draft.adopt(given);
        keeping.forget();
        refuse([]);
        showSaved();
        document.dispatchEvent(new CustomEvent('front:saved'));
    };

    byId('save-again').addEventListener('click', save);
    window.addEventListener('online', () => since && save());
    document.addEventListener('visibilitychange', () => document.hidden && isDirty() && !since && save());
    window.addEventListener('beforeunload', event => {
        if (isDirty()) {
            event.preventDefault();
        }
    });

    window.fronts.saving = {
        save, touch, hold, stopFor, refuse, showSaved, isDirty,
        isStopped: () => Boolean(conflict),
        // The server's draft as of our last save or answer: news are told from it.
        isNews: theirs => theirs.number > draft.number && !running && !conflict
    };
}
