import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { tellDone, tellProblem } from '../../../parts/toasts.js';

/** What follows on the answer to a submit. */
export interface Arrival {
  readonly arrived: (jobId: string, message?: string) => void;
  /** Tells a problem that the page cannot show, as nobody is there any more. */
  readonly failed: (error: unknown) => void;
}

/** Leads to a new job; whoever has gone to another page meanwhile stays there, and is told of it. */
export function useArrival(): Arrival {
  const navigate = useNavigate();
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const arrived = (jobId: string, message?: string) => {
    const open = () => navigate(`/jobs/${jobId}`);
    if (!isHere.current) {
      tellDone(message ?? `Job ${jobId} is on its way.`, open, 'Open');
      return;
    }
    if (message !== undefined) tellDone(message);
    void open();
  };
  const failed = (error: unknown) => {
    if (!isHere.current) tellProblem(error);
  };
  return { arrived, failed };
}
