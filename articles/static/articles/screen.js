// The writing screen outside the text itself. Everything here works without it, only less kindly.
'use strict';
{
    const $ = window.django.jQuery;
    const form = document.getElementById('article_form');
    const data = JSON.parse(document.getElementById('screen-data').textContent);
    const byId = id => document.getElementById(id);
    // Django's own script announces a change of every select once it is ready: only a new value counts.
    const values = new WeakMap();
    for (const field of form.querySelectorAll('select')) {
        values.set(field, $(field).val()?.toString() ?? '');
    }
    const isNews = field => {
        if (!field.matches?.('select')) {
            return true;
        }
        const value = $(field).val()?.toString() ?? '';
        const old = values.get(field) ?? '';
        values.set(field, value);
        return value !== old;
    };
    const fill = (text, words) => text.replace(/\{(\w+)\}/g, (_all, name) => words[name]);

    // --- The headline and its neighbours ------------------------------------------------------

    const grow = box => {
        box.style.height = 'auto';
        box.style.height = `${box.scrollHeight}px`;
    };
    const growsByItself = CSS.supports('field-sizing', 'content');

    for (const box of document.querySelectorAll('textarea.grows')) {
        if (!growsByItself) {
            grow(box);
            box.addEventListener('input', () => grow(box));
        }
        if (box.id !== 'id_standfirst') {
            box.addEventListener('keydown', event => {
                if (event.key === 'Enter' && !event.ctrlKey && !event.isComposing) {
                    event.preventDefault();
                }
            });
        }
    }

    const headline = byId('id_headline');
    const meter = byId('headline-meter');
    const measure = () => {
        const length = [...headline.value.normalize('NFC').replace(/\s+/g, ' ').trim()].length;
        const verdict = length > 75 ? 'tooLong' : length > 60 ? 'long' : 'fits';
        meter.querySelector('meter').value = length;
        meter.querySelector('b').textContent = length;
        meter.querySelector('.verdict').textContent = meter.dataset[verdict];
        meter.dataset.verdict = verdict;
        for (const quoted of document.querySelectorAll('[data-headline]')) {
            quoted.textContent = headline.value;
        }
    };
    if (meter) {
        meter.hidden = false;
        headline.addEventListener('input', measure);
        measure();
    }

    // --- Unsaved words --------------------------------------------------------------------------

    const saved = byId('saved');
    let dirty = Boolean(form.querySelector('.errornote'));
    let leaving = false;

    const showUnsaved = () => {
        saved.classList.add('bad');
        saved.querySelector('span').textContent = saved.dataset.unsaved;
    };
    const touch = () => {
        if (!dirty && saved) {
            dirty = true;
            showUnsaved();
            for (const button of document.querySelectorAll('[name=_republish]')) {
                button.classList.add('pri');  // now there is something for it to do
            }
        }
    };
    if (saved) {
        form.addEventListener('input', touch);
        document.addEventListener('formset:added', touch);
        document.addEventListener('formset:removed', touch);
        document.addEventListener('desk:typed', touch);
        if (dirty) {
            showUnsaved();
        }
    }
    form.addEventListener('submit', () => {
        leaving = true;
        if (saved) {
            saved.querySelector('span').textContent = saved.dataset.saving;
        }
    });
    // What a browser puts back into the fields on the way back has not been saved.
    const chosen = (field, how) => [...field.options].filter(option => option[how] && option.value)
        .map(option => option.value).join();
    const isChanged = field => field.matches('select')
        ? chosen(field, 'selected') !== (chosen(field, 'defaultSelected')
            || (field.options[0]?.selected && !field.multiple ? field.value : ''))
        : field.matches('[type=checkbox], [type=radio]') ? field.checked !== field.defaultChecked
            : field.value !== field.defaultValue;
    // A browser may fetch the page anew and put the old words back into it: they are not saved, and
    // they go on saying which version they began from.
    window.addEventListener('pageshow', () => {
        const {seen} = form.elements;
        const came = performance.getEntriesByType('navigation')[0]?.type;
        leaving = false;
        if (came !== 'navigate'
            && [...form.querySelectorAll('input:not([type=hidden]), textarea, select')].some(isChanged)) {
            touch();
            if (seen) {
                seen.value = history.state?.seen ?? seen.value;
            }
        }
        if (seen) {
            history.replaceState({seen: seen.value}, '');
        }
    });
    window.addEventListener('beforeunload', event => {
        if (dirty && !leaving) {
            event.preventDefault();
        }
    });
    for (const dialog of document.querySelectorAll('dialog')) {
        dialog.addEventListener('desk:opening', () => {
            const warning = dialog.querySelector('[data-when-unsaved]');
            if (warning) {
                warning.hidden = !dirty;
            }
        });
    }
    // The bar's space is not the page's: what is jumped to must not hide beneath it.
    const captionOf = (place, photo) => {
        const row = [...document.querySelectorAll('#photos-group [name$=-photo]')].find(one => one.value === photo);
        return {
            'lead-photo': () => byId('id_lead_caption'),
            'photos-group': () => row?.closest('tr').querySelector('[name$=-caption]'),
            'text': () => place.querySelector(`figure[data-photo="${photo}"] figcaption`)
        }[place.id]?.();
    };
    for (const link of document.querySelectorAll('.ready a[href^="#"]')) {
        link.addEventListener('click', event => {
            const whole = byId(link.hash.slice(1));
            const {captionOf: photo} = link.dataset;
            const place = whole && photo && captionOf(whole, photo) || whole;
            const field = place && (place.matches('input, select, textarea, figcaption') ? place
                : place.querySelector('.cke_wysiwyg_div, .select2-selection, input:not([type=hidden]), a.addlink, textarea'));
            if (place) {
                event.preventDefault();
                place.scrollIntoView({block: 'center'});
                (field || place).focus({preventScroll: true});
            }
        });
    }

    // --- Keys ---------------------------------------------------------------------------------

    const press = button => button && form.requestSubmit(button);
    const regions = ['.page', '#side', '#bottom-bar'].map(one => document.querySelector(one));
    const keys = {
        's': () => press(byId('save')),
        'Enter': () => document.querySelector('#bottom-bar .btn.pri')?.click(),
        'P': () => byId('preview')?.click()
    };
    document.addEventListener('keydown', event => {
        if (event.isComposing || document.querySelector('dialog[open]')) {
            return;
        }
        const control = (event.ctrlKey || event.metaKey) && !event.altKey;
        const name = event.key.length === 1
            ? (event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()) : event.key;
        if (control && keys[name] && (name === 'P') === event.shiftKey) {
            event.preventDefault();
            keys[name]();
        } else if (event.key === 'F6') {
            event.preventDefault();
            const here = regions.findIndex(region => region?.contains(document.activeElement));
            const next = regions[(here + 1) % regions.length];
            next?.querySelector('textarea, [contenteditable=true], a, button, select, input')?.focus();
        }
    });

    // --- The byline, as it will be printed --------------------------------------------------------

    const bylinePreview = byId('byline-preview');
    const rows = prefix => [...document.querySelectorAll(`#${prefix}-group tr.form-row:not(.empty-form)`)];
    const bylineOf = row => {
        const author = row.querySelector('[name$=-author]');
        const typed = row.querySelector('[name$=-display_name]');
        const gone = row.querySelector('[name$=-DELETE]');
        const chosen = author?.selectedOptions?.[0]?.textContent.trim() || '';
        return gone?.checked ? null : {
            role: row.querySelector('[name$=-role]')?.value, name: typed?.value.trim() || chosen
        };
    };
    const printBylines = () => {
        const runs = [];
        for (const one of rows('bylines').map(bylineOf)) {
            if (one?.name && one.role) {
                const last = runs[runs.length - 1];
                if (last?.role === one.role) {
                    last.names.push(one.name);
                } else {
                    runs.push({role: one.role, names: [one.name]});
                }
            }
        }
        bylinePreview.textContent = runs.map(({role, names}) => {
            const {prefix, joiner, suffix} = data.grammar[role];
            return prefix + names.join(joiner) + suffix;
        }).join(' – ');
    };
    // The one listener for choices, because asking twice whether a value is news answers no.
    $(form).on('change', 'select, input, textarea', event => {
        if (isNews(event.target)) {
            touch();
            event.target.dispatchEvent(new CustomEvent('desk:chosen', {bubbles: true}));
        }
    });

    if (rows('bylines').some(row => row.querySelector('[name$=-role]'))) {
        printBylines();
    }
    const bylines = byId('bylines-group');
    bylines.addEventListener('desk:chosen', event => {
        const typed = event.target.closest('tr.form-row')?.querySelector('[name$=-display_name]');
        if (typed && event.target.name.endsWith('-author')) {
            typed.value = '';  // it was the name of whoever stood here before
        }
        printBylines();
    });
    bylines.addEventListener('input', printBylines);
    document.addEventListener('formset:removed', printBylines);

    // --- The series and the part --------------------------------------------------------------------

    const ROMAN = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
        [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
    const roman = number => ROMAN.reduce((written, [value, numeral]) => {
        const times = Math.floor(number / value);
        number -= times * value;
        return written + numeral.repeat(times);
    }, '');
    const seriesSelect = byId('id_series');
    const partInput = byId('id_part');
    const partView = byId('part-view');
    const partList = byId('part-list');
    let series = data.series;

    const drawPlace = (number, mine, part) => {
        const item = document.createElement('li');
        const figure = series.roman ? roman(number) : String(number);
        const label = `${series.word} ${figure}`;
        const said = mine ? partList.dataset.this : part ? partList.dataset.taken : partList.dataset.empty;
        item.dataset.st = mine ? 'mine' : part ? part.state : 'gap';
        item.title = fill(said, {label, status: part?.status});
        item.append(Object.assign(document.createElement('span'), {textContent: figure}));
        item.firstChild.setAttribute('aria-label', item.title);
        return item;
    };
    const drawSeries = () => {
        const mine = Number(partInput.value);
        const valid = Number.isInteger(mine) && mine > 0 && mine < 1000;
        partView.hidden = partList.hidden = !series;
        if (!series) {
            return;
        }
        const others = new Map(series.parts.filter(part => part.article !== data.article).map(part => [part.part, part]));
        const last = Math.min(Math.max(valid ? mine : 0, ...others.keys()), 60);
        const figure = series.roman ? roman(mine) : String(mine);
        partView.querySelector('b').textContent = series.title;
        partView.querySelector('span').textContent = valid
            ? `${series.word} ${figure}: ${headline.value}` : headline.value;
        partList.replaceChildren(...Array.from({length: last}, (_none, index) =>
            drawPlace(index + 1, valid && mine === index + 1, others.get(index + 1))));
    };
    const loadSeries = async () => {
        const chosen = seriesSelect.value;
        series = null;
        if (chosen) {
            const answer = await fetch(data.seriesUrl.replace('/0/', `/${chosen}/`));
            series = answer.ok ? await answer.json() : null;
        }
        if (series && !partInput.value) {
            partInput.value = Math.max(0, ...series.parts.map(part => part.part)) + 1;
        } else if (!chosen) {
            partInput.value = '';
        }
        drawSeries();
    };
    if (seriesSelect && partInput) {
        drawSeries();
        seriesSelect.addEventListener('desk:chosen', loadSeries);
        partInput.addEventListener('input', drawSeries);
        headline.addEventListener('input', drawSeries);
    }

    // --- The section's colour on the paper ----------------------------------------------------------

    const section = byId('id_section');
    const colour = () => {
        const hue = section.selectedOptions[0]?.dataset.hue;
        for (const place of [document.querySelector('.page'), partView]) {
            place.toggleAttribute('data-hue', Boolean(hue));
            if (hue) {
                place.dataset.hue = hue;
            }
        }
    };
    if (section?.selectedOptions) {
        section.addEventListener('change', colour);
        colour();
    }
}
