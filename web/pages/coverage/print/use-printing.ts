import { useSyncExternalStore } from 'react';

let isBetween = false;

function subscribe(onChange: () => void): () => void {
  const media = matchMedia('print');
  const before = () => {
    isBetween = true;
    onChange();
  };
  const after = () => {
    isBetween = false;
    onChange();
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  media.addEventListener('change', onChange);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    media.removeEventListener('change', onChange);
  };
}

/** Whether the page is being laid out for paper: what does not scroll there is drawn whole. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(subscribe, () => isBetween || matchMedia('print').matches);
