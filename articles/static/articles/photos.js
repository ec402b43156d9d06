// The library on the writing screen: choosing a photo, handing one in, showing the chosen ones.
'use strict';
{
    const $ = window.django.jQuery;
    const data = JSON.parse(document.getElementById('screen-data').textContent);
    const dialog = document.getElementById('dialog-photo');
    const known = new Map();

    const remember = photos => {
        for (const photo of photos) {
            known.set(String(photo.id), photo);
        }
        return photos;
    };
    const ask = async parameters => {
        const answer = await fetch(`${data.photosUrl}?${new URLSearchParams(parameters)}`);
        if (!answer.ok) {
            throw new Error(`${answer.status}`);
        }
        const page = await answer.json();
        remember(page.photos);
        return page;
    };
    const load = async ids => {
        const wanted = [...new Set(ids.map(String))].filter(id => Number(id) > 0 && !known.has(id));
        if (wanted.length) {
            await ask({ids: wanted.join(',')});
            // What did not come back is not in the library; it is not asked for again.
            wanted.filter(id => !known.has(id)).forEach(id => known.set(id, null));
        }
    };

    if (dialog) {
        const byId = id => document.getElementById(id);
        const grid = byId('photo-grid');
        const search = byId('photo-search');
        const more = byId('photo-more');
        const trouble = byId('photo-trouble');
        const upload = byId('photo-upload');
        let choose = () => {};
        let asked = 0;
        let next = null;

        const say = (...sentences) => {
            trouble.textContent = sentences.join(' ');
            trouble.hidden = !sentences.length;
        };
        const draw = photo => {
            const item = document.createElement('li');
            const button = Object.assign(document.createElement('button'), {type: 'button', className: 'choice'});
            const image = Object.assign(document.createElement('img'), {src: photo.thumb, alt: photo.alt, loading: 'lazy'});
            const words = Object.assign(document.createElement('p'), {className: 'cap', textContent: photo.caption || photo.alt || `#${photo.id}`});
            const credit = Object.assign(document.createElement('p'), {textContent: photo.credit});
            button.append(image, words, credit);
            if (photo.lacks.length) {
                button.append(Object.assign(document.createElement('p'), {className: 'late', textContent: photo.lacks.join(', ')}));
            }
            button.addEventListener('click', () => take(photo));
            item.append(button);
            return item;
        };
        const take = photo => {
            dialog.close();
            choose(photo);
        };
        const list = async before => {
            const turn = ++asked;
            try {
                const page = await ask({q: search.value, ...(before ? {before} : {})});
                if (turn !== asked) {
                    return;  // a later search has been typed meanwhile
                }
                say();
                if (!before) {
                    grid.replaceChildren();
                }
                grid.append(...page.photos.map(draw));
                next = page.next;
                more.hidden = !next;
                byId('photo-none').hidden = Boolean(grid.children.length);
            } catch {
                say(dialog.dataset.failed);
            }
        };

        let pause;
        search.addEventListener('input', () => {
            clearTimeout(pause);
            pause = setTimeout(list, 250);
        });
        search.form.addEventListener('submit', event => {
            event.preventDefault();
            list();
        });
        more.addEventListener('click', () => list(next));

        upload?.addEventListener('submit', async event => {
            event.preventDefault();
            const button = upload.querySelector('[type=submit]');
            const label = button.textContent;
            const words = new FormData(upload);
            words.append('csrfmiddlewaretoken', document.querySelector('[name=csrfmiddlewaretoken]').value);
            button.disabled = true;
            button.textContent = button.dataset.busy;
            try {
                const answer = await fetch(data.addPhotoUrl, {method: 'POST', body: words});
                const said = await answer.json();
                if (answer.ok) {
                    remember([said.photo]);
                    upload.reset();
                    take(said.photo);
                } else {
                    say(...Object.values(said.errors).flat());
                }
            } catch {
                say(dialog.dataset.failed);
            } finally {
                button.disabled = false;
                button.textContent = label;
            }
        });

        window.chooseStoryPhoto = then => {
            choose = then;
            say();
            dialog.showModal();
            search.focus();
            list();
        };
    }

    // What the text's editor needs: a photo by its number, once it has come.
    window.storyPhotos = {
        get: id => known.get(String(id)),
        load,
        words: dialog ? dialog.dataset : {}
    };

    // --- The lead photo and the rows beside the text ------------------------------------------------

    const show = async (select, image) => {
        await load([select.value]);
        const photo = known.get(select.value);
        image.hidden = !photo;
        if (photo) {
            image.src = photo.thumb;
            image.alt = photo.alt;
        } else {
            image.removeAttribute('src');
        }
    };
    const pictureOf = select => select.id === 'id_lead_photo'
        ? document.getElementById('lead-picture')
        : select.closest('tr.form-row')?.querySelector('img.thumb');

    document.addEventListener('desk:chosen', event => {
        const image = event.target.matches('#id_lead_photo, #photos-group [name$=-photo]') && pictureOf(event.target);
        if (image) {
            show(event.target, image);
        }
    });
    for (const select of document.querySelectorAll('#id_lead_photo, #photos-group tr.form-row:not(.empty-form) [name$=-photo]')) {
        const image = pictureOf(select);
        if (select.value && image && !image.getAttribute('src')) {
            show(select, image);
        }
    }

    const set = (select, photo) => {
        const option = new Option(photo.caption || photo.alt || `#${photo.id}`, photo.id, true, true);
        $(select).append(option).trigger('change');
    };
    const addChooser = row => {
        const select = row.querySelector('[name$=-photo]');
        const cell = row.querySelector('.field-picture');
        if (dialog && cell && select?.matches('select')) {
            const button = Object.assign(document.createElement('button'), {
                type: 'button', className: 'btn sm', textContent: dialog.dataset.choose
            });
            button.addEventListener('click', () => window.chooseStoryPhoto(photo => set(select, photo)));
            cell.append(button);
        }
    };
    document.querySelectorAll('#photos-group tr.form-row:not(.empty-form)').forEach(addChooser);
    document.addEventListener('formset:added', event => {
        if (event.detail.formsetName === 'photos') {
            addChooser(event.target);
        }
    });
    for (const button of document.querySelectorAll('[data-choose-photo]')) {
        button.hidden = !dialog;
        button.addEventListener('click', () => window.chooseStoryPhoto(photo =>
            set(document.getElementById(button.dataset.choosePhoto), photo)));
    }
}
