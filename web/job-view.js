import { ask, Refusal } from './api.js';
import { refreshImages, showImages } from './images-table.js';
import { byId, count, duration, element, fillBar, number } from './text.js';

const POLL_MS = 500;
const HIDDEN_POLL_MS = 5_000;
/** The remaining time comes from the pace of the last ten seconds or so. */
const PACE_SAMPLES = 20;
const IMAGES_EVERY_POLLS = 4;
/** Pages of waiting images that are read again while the job runs; nobody watches more at once. */
const LIVE_PAGES = 3;

/** The job being watched; every opening makes a new one, so that answers for an older one are dropped. */
let watched;
let setTitle = () => {};

/** @param onTitle called with what the page's title should say about the job */
export function setUpJobView(onTitle) {
  setTitle = onTitle;
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && watched?.timer) poll(watched);
  });
}

export function closeJob() {
  clearTimeout(watched?.timer);
  watched = undefined;
}

export function openJob(id) {
  closeJob();
  watched = { id, samples: [], polls: 0 };
  byId('job-title').textContent = `Job ${id}`;
  byId('job-body').hidden = byId('job-problem').hidden = true;
  byId('failures').lastElementChild.replaceChildren();
  byId('times').textContent = '';
  showStatus('loading');
  setTitle(`Job ${id}`);
  showImages(id);
  poll(watched);
}

async function poll(job) {
  clearTimeout(job.timer);
  job.timer = undefined;
  try {
    const [status, about] = await Promise.all([
      ask(`/api/status?jobid=${encodeURIComponent(job.id)}`),
      job.about ?? ask(`/api/jobs/${encodeURIComponent(job.id)}`),
    ]);
    if (job !== watched) return;
    job.about = about;
    const settled = status.status !== 'ongoing';
    if (settled && !about.settled_at) job.about = undefined;
    show(job, status);
    if (settled && (await refreshImages(Infinity)) && job.about) return;
    if (!settled && job.polls++ % IMAGES_EVERY_POLLS === 0) void refreshImages(LIVE_PAGES);
  } catch (error) {
    if (job !== watched) return;
    if (error instanceof Refusal) return showRefusal(error.message);
    job.samples = [];
    setTitle(`Reconnecting - Job ${job.id}`);
  }
  job.timer = setTimeout(() => poll(job), document.hidden ? HIDDEN_POLL_MS : POLL_MS);
}

function showRefusal(sentence) {
  showStatus('');
  byId('job-problem').textContent = sentence;
  byId('job-problem').hidden = false;
  setTitle('No such job');
}

function show(job, { status, progress, error_count: failures = 0, error = [] }) {
  const { total, processed, failed, cancelled, pending } = progress;
  const percent = Math.floor(progress.percent);
  showStatus(status);
  setTitle(`${status === 'ongoing' ? `${percent} %` : capitalised(status)} - Job ${job.id}`);
  byId('percent').textContent = `${percent} %`;
  byId('times').textContent = times(job, status, progress);
  byId('bar').setAttribute('aria-valuenow', String(percent));
  fillBar(byId('bar'), progress);
  const counts = {
    Images: total,
    Measured: processed,
    Failed: failed,
    Cancelled: cancelled,
    Waiting: pending,
  };
  byId('counts').replaceChildren(...Object.entries(counts).map(toCount));
  showFailures(failures, error);
  // Spoken at quarters and at the end; every half second would never let the listener go.
  const said = `Job ${job.id} is ${status}, ${status === 'ongoing' ? Math.floor(percent / 25) * 25 : 100} percent.`;
  if (byId('announcer').textContent !== said) byId('announcer').textContent = said;
  byId('job-body').hidden = false;
}

function toCount([name, amount]) {
  const className = amount > 0 ? name.toLowerCase() : 'none';
  return element('div', { className }, element('dt', {}, name), element('dd', {}, number(amount)));
}

function showStatus(status) {
  byId('job-status').textContent = status;
  byId('job-status').className = `pill ${status}`;
  byId('job-status').hidden = status === '';
}

function times({ about, samples }, status, { pending, total }) {
  if (!about) return byId('times').textContent;
  const created = Date.parse(about.created_at);
  if (status !== 'ongoing') return `took ${duration(Date.parse(about.settled_at) - created)}`;
  samples.push({ at: Date.now(), settled: total - pending });
  if (samples.length > PACE_SAMPLES) samples.shift();
  const [first, last] = [samples[0], samples.at(-1)];
  const left = (pending * (last.at - first.at)) / (last.settled - first.settled);
  const elapsed = `${duration(wholeSeconds(Date.now() - created))} so far`;
  return Number.isFinite(left) ? `${elapsed}, about ${duration(wholeSeconds(left))} left` : elapsed;
}

/** Failures only ever come behind those already shown, unless somebody cancels the job or has it run again. */
function showFailures(total, failures) {
  const list = byId('failures').lastElementChild;
  const first = failures[0]?.code ?? '';
  if (failures.length < list.childElementCount || list.dataset.first !== first) list.replaceChildren();
  list.dataset.first = first;
  for (const { code, store_id: store, error, image_url: url } of failures.slice(list.childElementCount)) {
    const head = element('p', {}, element('code', {}, code), ` ${store ?? ''}`);
    const address = element('p', { className: 'hint' }, url ?? '');
    list.append(element('li', {}, head, element('p', {}, error), address));
  }
  const shown = failures.length < total ? `, the first ${number(failures.length)} of them` : '';
  byId('failures-title').textContent = `${count(total, 'failure')}${shown}`;
  byId('failures').hidden = total === 0;
}

function wholeSeconds(ms) {
  return Math.ceil(ms / 1_000) * 1_000;
}

function capitalised(word) {
  return word[0].toUpperCase() + word.slice(1);
}
