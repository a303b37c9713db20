import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { tellProblem } from '../../parts/toasts.js';
import { sampleJob } from './sample-job.js';
import { keyFor } from './sending/content-key.js';
import { ASK_AGAIN, sendJob } from './sending/send-job.js';
import { useArrival } from './sending/use-arrival.js';

/** Submits pictures that the service ships, so that there is something to see at once. */
export function SampleButton() {
  const { arrived } = useArrival();
  const isUnderWay = useRef(false);
  const make = useMutation({
    mutationFn: async () => {
      const text = JSON.stringify(await sampleJob());
      return { text, key: keyFor(text, null).key };
    },
  });
  const send = useMutation({ mutationFn: sendJob, ...ASK_AGAIN });
  const submit = async () => {
    // A double click comes before the page has been drawn with a button that does nothing.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      arrived(await send.mutateAsync(await make.mutateAsync()));
    } catch (error) {
      tellProblem(error);
    } finally {
      isUnderWay.current = false;
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconPhoto size={16} />}
      loading={make.isPending || send.isPending}
      onClick={() => void submit()}
    >
      Try it with sample photos
    </Button>
  );
}
