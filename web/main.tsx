import './styles/tokens.css';
import './styles/readers.css';
import './styles/elements.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './client/api.ts';
import { newRouter } from './router/router.tsx';
import { readTheme, showTheme } from './shell/theme.ts';

/** Faults of the line are tried again; what the server refuses is not. */
const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network a question fails and is said to have failed; it does not wait in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
});
const router = newRouter(queryClient);

// Who is signed out elsewhere, or by time, is led to the door and back.
queryClient.getQueryCache().subscribe(({ query }) => {
  const { error } = query.state;
  if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== 'session') {
    queryClient.removeQueries({ queryKey: ['session'] });
    void router.invalidate();
  }
});

showTheme(readTheme());
const place = document.getElementById('page');
if (!place) throw new Error('The page has no place to stand.');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
