import { useEffect } from 'react';

const NAME = 'Store Management Processor';

/** Says in the browser's tab what the page shows, most telling first: `43 % · Job 128`. */
export function usePageTitle(...parts: readonly (string | null | undefined | false)[]): void {
  const title = [...parts.filter(Boolean), NAME].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
