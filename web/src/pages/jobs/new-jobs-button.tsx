import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { counted } from '../../parts/text.js';
import type { NewJobs } from './job-pages.js';
import classes from './jobs.module.css';

/** Tells that there are jobs above those that are shown, without moving what somebody reads. */
export function NewJobsButton({ news, onShow }: { readonly news: NewJobs; readonly onShow: () => void }) {
  const text = news.isMore ? `More than ${counted(news.count, 'new job')}` : counted(news.count, 'new job');
  return (
    <div className={classes.news} role="status">
      {news.count > 0 && (
        <Button size="compact-sm" radius="xl" leftSection={<IconArrowUp size={14} />} onClick={onShow}>
          {text}
        </Button>
      )}
    </div>
  );
}
