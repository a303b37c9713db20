import { ask } from './api.js';
import { byId } from './text.js';

/** The key is sent once and kept nowhere: the browser holds a cookie that no script can read. */
export function setUpSignIn() {
  const field = byId('key');
  field.form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = JSON.stringify({ key: field.value });
    byId('key-note').textContent = '';
    try {
      await ask('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      location.reload();
    } catch (error) {
      byId('key-note').textContent = error.message;
      field.select();
    }
  });
  byId('sign-out').addEventListener('click', async () => {
    await ask('/api/session', { method: 'DELETE' }).catch(() => undefined);
    location.reload();
  });
}

/** Shows the form in place of everything else. */
export function showSignIn() {
  if (!byId('sign-in').hidden) return;
  for (const section of document.querySelectorAll('main > section')) {
    section.hidden = section.id !== 'sign-in';
  }
  byId('sign-out').hidden = true;
  document.title = 'Sign in - Store Management Processor';
  byId('key').focus();
}

/** @param name of the key that is signed in; null where none is needed */
export function showSignedIn(name) {
  byId('sign-out').textContent = `Sign out ${name ?? ''}`;
  byId('sign-out').hidden = !name;
}
