import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router';

/** The name in the address of a page that is looked at from afar: `/?wall=1`. */
const NAME = 'wall';

/** Whether the page hangs on a wall, and how to put it there and take it down. */
export function useWall() {
  const [search, setSearch] = useSearchParams();
  const isWall = search.has(NAME);
  const setWall = useCallback(
    (wanted: boolean) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (wanted) next.set(NAME, '1');
          else next.delete(NAME);
          return next;
        },
        { replace: true },
      );
      // Refused in frames and by some settings; the page fills the window all the same.
      if (wanted) document.documentElement.requestFullscreen?.().catch(() => undefined);
      else if (document.fullscreenElement) void document.exitFullscreen();
    },
    [setSearch],
  );
  return { isWall, setWall };
}

/** Makes everything larger with the screen, keeps the screen on, and comes down when full screen is left. */
export function useWallScreen(isWall: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isWall) return undefined;
    document.documentElement.dataset['wall'] = '';
    const onChange = () => {
      if (!document.fullscreenElement) leave();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      delete document.documentElement.dataset['wall'];
      document.removeEventListener('fullscreenchange', onChange);
    };
  }, [isWall, leave]);
  useEffect(() => (isWall ? stayAwake() : undefined), [isWall]);
}

/** Asks for the screen to stay on, again whenever the page comes back into sight. @returns gives it up */
function stayAwake(): () => void {
  // Only with HTTPS or on this machine.
  if (!('wakeLock' in navigator)) return () => {};
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const take = () => {
    if (document.visibilityState !== 'visible') return;
    navigator.wakeLock.request('screen').then(
      (taken) => {
        lock = taken;
        if (isOver) void taken.release();
      },
      () => undefined, // The battery is low; then the screen may go dark.
    );
  };
  take();
  document.addEventListener('visibilitychange', take);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', take);
    void lock?.release();
  };
}
