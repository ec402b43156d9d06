// The acts before readers: launching, taking a launch back, throwing the draft away.
'use strict';
{
    const {data, draft, differences, asking, saving, byId, say, time, write} = window.fronts;
    const MOST_NAMED = 12;
    const dialog = byId('dialog-launch');
    const notice = byId('launched');
    let launched = null;  // the launch the notice speaks of: a later one is not taken back from it

    const list = (id, rows) => {
        const items = rows.slice(0, MOST_NAMED).map(one => differences.nameOf(one));
        if (rows.length > MOST_NAMED) {
            items.push(say('andMore', {count: rows.length - MOST_NAMED}));
        }
        byId(id).hidden = !rows.length;
        byId(id).querySelector('ul').replaceChildren(...items.map(text =>
            Object.assign(document.createElement('li'), {textContent: text})));
    };
    const busy = async (button, act) => {
        button.disabled = true;
        try {
            await act();
        } catch (error) {
            if (!(error instanceof asking.Unanswered) && !(error instanceof asking.LoggedOut)) {
                throw error;
            }
            saving.refuse([say(error instanceof asking.LoggedOut ? 'loggedOutShort' : 'noAnswer')]);
        } finally {
            button.disabled = false;
        }
    };
    const refused = ({status, data: answer}) => {
        if (status === 409 && answer.live) {
            stand(answer);  // somebody has launched since
            tell(answer.sentences.join(' '), {undo: false});
        } else if (status === 409) {
            saving.stopFor(answer);
        } else if (status !== 200) {
            saving.refuse(answer.sentences ?? [say('mayNot')]);
        }
        return status !== 200;
    };
    const stand = answer => {
        draft.live = answer.live;
        draft.learn(answer);
        draft.tell();
        document.dispatchEvent(new CustomEvent('front:launched'));
    };
    const tell = (words, {undo}) => {
        write(byId('launched-words'), words);
        byId('launched-undo').hidden = !undo;
        notice.hidden = false;
    };

    // --- Launching ------------------------------------------------------------------------------

    const ask = async () => {
        if (!await saving.save()) {
            return;  // why not is said beside the draft
        }
        await window.fronts.refresh.lists();
        const {came, left, moved, unpublished} = differences.compare(draft.content);
        list('launch-came', came);
        list('launch-left', left);
        list('launch-moved', moved);
        list('launch-unpublished', unpublished);
        byId('launch-nothing').hidden = came.length + left.length + moved.length > 0;
        byId('launch-note').value = '';
        dialog.showModal();
    };
    const launch = async () => {
        const answer = await asking.post(data.urls.launch, {number: draft.number, note: byId('launch-note').value});
        dialog.close();
        if (!refused(answer)) {
            saving.refuse([]);
            stand(answer.data);
            launched = answer.data.live.number;
            tell(say('stands', {time: time(answer.data.live.at, {seconds: true})}), {undo: true});
            byId('launched-undo').focus();
        }
    };
    const undo = async number => {
        await saving.save();
        const answer = await asking.post(data.urls.undo, {number});
        byId('dialog-undo').close();
        if (!refused(answer)) {
            saving.refuse([]);
            if (answer.data.draft && answer.data.draft.number !== draft.number) {
                saving.hold({...answer.data.draft, stories: answer.data.stories});
            }
            stand(answer.data);
            tell(say('undone', {time: time(answer.data.live.at, {seconds: true})}), {undo: false});
        }
    };
    const discard = async () => {
        const answer = await asking.post(data.urls.discard, {number: draft.number});
        byId('dialog-discard').close();
        if (!refused(answer)) {
            saving.hold({...answer.data.draft, stories: answer.data.stories});
            window.fronts.tellUndo(say('discarded'));
        }
    };

    const on = (id, act) => byId(id)?.addEventListener('click', event => busy(event.currentTarget, act));
    on('launch', ask);
    on('launch-now', launch);
    on('launched-undo', () => undo(launched));
    on('undo-now', () => undo(draft.live.number));
    on('discard-now', discard);
    byId('launched-close').addEventListener('click', () => {
        notice.hidden = true;
        byId('find').focus();
    });
    draft.onChange(() => {
        const takesBack = byId('undo-launch');
        if (takesBack) {
            takesBack.hidden = !draft.live;
        }
    });
}
