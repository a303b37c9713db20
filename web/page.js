import { ask, onConnection, onSignedOut } from './api.js';
import { closeJob, openJob, setUpJobView } from './job-view.js';
import { refreshLatestJobs } from './latest-jobs.js';
import { setUpSignIn, showSignIn, showSignedIn } from './sign-in.js';
import { setUpSubmitForm } from './submit-form.js';
import { byId } from './text.js';

const NAME = 'Store Management Processor';

onConnection((trouble) => {
  byId('connection').textContent = trouble && `Reconnecting … ${trouble}`;
});
onSignedOut(() => {
  closeJob();
  showSignIn();
});
setUpSignIn();
const session = await ask('/api/session').catch(() => ({}));
setUpJobView((title) => (document.title = title));
if (session.mode === 'keys' && session.name === null) showSignIn();
else start();

function start() {
  showSignedIn(session.name);
  setUpSubmitForm((id) => go(`/?job=${id}`));
  route();
  window.addEventListener('popstate', route);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  const special = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || special || link.origin !== location.origin || link.pathname !== '/') return;
  event.preventDefault();
  go(link.href);
});

function go(address) {
  if (new window.URL(address, location.href).href !== location.href) history.pushState(null, '', address);
  route();
  window.scrollTo(0, 0);
  document.querySelector('section:not([hidden]) h1').focus({ preventScroll: true });
}

/** Shows what the address names: a job, or the form for a new one. */
function route() {
  if (!byId('sign-in').hidden) return;
  const id = new URLSearchParams(location.search).get('job');
  byId('job').hidden = !id;
  byId('submit').hidden = !!id;
  void refreshLatestJobs();
  if (id) return openJob(id);
  closeJob();
  document.title = NAME;
}
