import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/geist-mono/wght.css';
import './mantine.css';
import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from './i18n.ts';
import { Providers } from './Providers.tsx';
import { router } from './router.tsx';
import { RouterProvider } from 'react-router/dom';

await startWords();
const root = document.getElementById('root');
if (!root) throw new Error('Expected an element with the id "root" in index.html.');
createRoot(root).render(
  <StrictMode>
    <Providers><RouterProvider router={router} /></Providers>
  </StrictMode>,
);
