// Starts the screen: what is drawn when, the keys, and the news every half minute.
'use strict';
{
    const {data, draft, saving, keeping, columns, moving, finding, preview, asking, screen, byId, say, time} = window.fronts;
    const NEWS = 30000;

    // --- Saying things --------------------------------------------------------------------------

    let quiet = null;
    window.fronts.announce = text => {
        byId('aloud').textContent = '';
        requestAnimationFrame(() => { byId('aloud').textContent = text; });
    };
    // A line with its own way back, for a while; after that Ctrl+Z does the same.
    window.fronts.tellUndo = text => {
        byId('done-words').textContent = text;
        byId('done').hidden = false;
        clearTimeout(quiet);
        quiet = setTimeout(() => { byId('done').hidden = true; }, 12000);
    };
    const undo = () => {
        byId('done').hidden = true;
        if (draft.undo()) {
            window.fronts.announce(say('undoneHere'));
        }
    };
    byId('done-undo').addEventListener('click', () => {
        undo();
        byId('find').focus();
    });
    byId('step-back').addEventListener('click', undo);
    byId('step-again').addEventListener('click', () => draft.redo() && window.fronts.announce(say('redoneHere')));

    // --- News -----------------------------------------------------------------------------------

    const tellNews = theirs => {
        byId('news-words').textContent = say('news', {
            name: theirs.by || say('theSystem'), time: time(theirs.at, {seconds: true})
        });
        byId('news').hidden = false;
        byId('news-take').onclick = () => {
            byId('news').hidden = true;
            saving.hold(theirs);
        };
    };
    const refresh = {
        async lists() {
            try {
                draft.composed = await asking.get(data.urls.composed);
            } catch {
                return;  // what was known stays; saving says when nobody answers
            }
            if (!moving.isDragging()) {
                draft.tell();
            }
        },
        // The page itself carries who launched and saved last: the same data as at the start.
        async news() {
            if (moving.isDragging() || document.hidden || document.querySelector('dialog[open]')) {
                return;
            }
            try {
                const response = await fetch(location.href, {headers: {Accept: 'text/html'}});
                const page = new DOMParser().parseFromString(await response.text(), 'text/html');
                const now = JSON.parse(page.getElementById('front-data').textContent);
                draft.live = now.live;
                draft.learn(now);
                if (saving.isNews(now.draft)) {
                    tellNews({...now.draft, stories: now.stories, photos: now.photos});
                }
            } catch {
                return;
            }
            await refresh.lists();
        }
    };
    window.fronts.refresh = refresh;

    // --- Keys -----------------------------------------------------------------------------------

    document.addEventListener('keydown', event => {
        const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
        if (event.isComposing || document.querySelector('dialog[open]')) {
            return;
        }
        const control = (event.ctrlKey || event.metaKey) && !event.altKey;
        const key = event.key.toLowerCase();
        if (control && key === 's') {
            event.preventDefault();
            saving.save();
        } else if (typing) {
            return;
        } else if (control && key === 'z') {
            event.preventDefault();
            byId(event.shiftKey ? 'step-again' : 'step-back').click();
        } else if (control && key === 'y') {
            event.preventDefault();
            byId('step-again').click();
        } else if (key === 't' && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            byId('find').focus();
        }
    });

    // --- Columns that take turns on a narrow screen ---------------------------------------------------

    for (const button of document.querySelectorAll('[data-show]')) {
        button.addEventListener('click', () => {
            screen.dataset.shown = button.dataset.show;
            for (const one of document.querySelectorAll('[data-show]')) {
                one.setAttribute('aria-pressed', String(one === button));
            }
        });
    }

    // --- Start ----------------------------------------------------------------------------------

    draft.onChange(() => {
        if (!moving.isDragging()) {
            columns.draw();
            moving.bindLists();
        }
        saving.touch();
    });
    document.addEventListener('front:saved', () => {
        refresh.lists();
        preview.reload();
    });
    document.addEventListener('front:launched', refresh.lists);
    screen.hidden = false;
    keeping.offer();
    draft.tell();
    finding.drawTargets();
    preview.reload();
    refresh.lists();
    setInterval(refresh.news, NEWS);
}
