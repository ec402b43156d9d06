// The photo library, for a picture that stands in place of a story's own.
'use strict';
{
    const {data, draft, arrangement, asking, byId, say, make, part, write} = window.fronts;
    const dialog = byId('dialog-photo');
    const field = byId('photo-find');
    const list = byId('photo-found');
    const nothing = byId('photo-nothing');
    let article = null;
    let asked = 0;
    let timer = null;

    const draw = photos => {
        list.replaceChildren(...photos.map(photo => {
            const element = make('photo');
            Object.assign(part(element, 'picture'), {src: photo.src, alt: photo.alt || ''});
            write(part(element, 'caption'), photo.caption || photo.alt || `#${photo.id}`);
            part(element, 'choose').addEventListener('click', () => {
                draft.learn({photos: {[photo.id]: photo}});
                draft.change(arrangement.changePin(draft.content, article, {photo: photo.id}));
                dialog.close();
            });
            return element;
        }));
        nothing.hidden = photos.length > 0;
    };
    const search = async () => {
        const mine = asked += 1;
        try {
            const {results} = await asking.get(data.urls.photos, {q: field.value.trim()});
            if (mine === asked) {
                write(nothing, say('noPhoto'));
                draw(results);
            }
        } catch {
            if (mine === asked) {
                write(nothing, say('noAnswer'));
                draw([]);
            }
        }
    };
    field.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(search, 250);
    });
    field.addEventListener('keydown', event => {
        if (event.key === 'Enter') {
            event.preventDefault();  // the form of a dialog would close it
        }
    });

    window.fronts.pictures = {
        choose(id) {
            article = id;
            dialog.showModal();
            search();
        }
    };
}
