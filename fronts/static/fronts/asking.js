// Questions to the server. What is no plain answer becomes one of two errors: the session has
// ended, or nobody answered; both leave the draft where it is.
'use strict';
{
    const PATIENCE = 15000;
    // Logging in again in another tab makes a new token: the cookie knows it, this page does not.
    const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]
        ?? document.querySelector('#front-screen [name=csrfmiddlewaretoken]').value;

    class Unanswered extends Error {}
    class LoggedOut extends Error {}

    const ask = async (url, options) => {
        let response;
        try {
            response = await fetch(url, {...options, signal: AbortSignal.timeout(PATIENCE)});
        } catch (error) {
            throw new Unanswered(String(error));
        }
        if (response.status >= 500) {
            throw new Unanswered(String(response.status));
        }
        // The log-in page and Django's refusal of an old token are pages, not data.
        if (!response.headers.get('Content-Type')?.startsWith('application/json')) {
            throw response.status === 404 ? new Unanswered('404') : new LoggedOut(String(response.status));
        }
        return {status: response.status, data: await response.json()};
    };

    window.fronts.asking = {
        Unanswered, LoggedOut,
        // {status, data}: 200, or a refusal with sentences.
        post: (url, body) => ask(url, {
            method: 'POST', body: JSON.stringify(body),
            headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-CSRFToken': token()}
        }),
        async get(url, parameters = {}) {
            const address = new URL(url, location.href);
            for (const [name, value] of Object.entries(parameters)) {
                address.searchParams.set(name, value);
            }
            const {status, data} = await ask(address, {headers: {Accept: 'application/json'}});
            if (status !== 200) {
                throw new Unanswered(String(status));
            }
            return data;
        }
    };
}
