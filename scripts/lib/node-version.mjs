/**
 * Ends the process with one sentence when this Node is too old.
 *
 * Entry points call it before they import anything else, and this file keeps to
 * syntax that very old versions parse: a version check nobody can read is none.
 * 21 and early 22 are refused too: they cannot `require()` ES modules, which
 * dependencies do.
 */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  process.stderr.write(
    'Node ' + process.versions.node + ' is too old: this project needs Node 20.19, 22.12 or newer.\n',
  );
  process.exit(1);
}
