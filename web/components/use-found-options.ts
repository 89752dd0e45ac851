import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Option, shownOptions } from './search-options.ts';

const REST_MS = 200;

interface Asked {
  queryKey: readonly unknown[];
  find(text: string, signal: AbortSignal): Promise<Option[]>;
}

/** Options that the server finds while one types, for a `SearchChoice`; asked for when the typing rests. */
export function useFoundOptions({ queryKey, find }: Asked): {
  options: readonly Option[];
  onSearch(text: string): void;
} {
  const [text, setText] = useState('');
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), REST_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const { data = [], isPlaceholderData } = useQuery({
    queryKey: [...queryKey, 'found', rested],
    queryFn: ({ signal }) => find(rested, signal),
    placeholderData: keepPreviousData,
  });
  // Until the answer is there, of what is known only that which fits: Enter must not choose what was searched for before.
  const isOld = rested !== text || isPlaceholderData;
  return { options: isOld ? shownOptions(data, { search: text, keep: null }) : data, onSearch: setText };
}
