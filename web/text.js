const NUMBER = new Intl.NumberFormat('en');

export function number(value) {
  return NUMBER.format(value);
}

/** `1 image`, `2 images` */
export function count(amount, noun) {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

export function duration(ms) {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  if (minutes < 2_880) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.floor(minutes / 1_440)} days`;
}

/** An element with properties (`className`, `href`) and children, which are nodes or text. */
export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** Gives a bar one part for each kind of settled image, as wide as its share; what waits is the rest. */
export function fillBar(bar, progress) {
  for (const kind of ['processed', 'failed', 'cancelled']) {
    const part = bar.querySelector(`.${kind}`) ?? bar.appendChild(element('span', { className: kind }));
    part.style.width = `${(100 * progress[kind]) / progress.total}%`;
  }
  return bar;
}

export const byId = (id) => document.getElementById(id);
