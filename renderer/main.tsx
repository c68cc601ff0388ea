import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App';
import { connectHost } from './state/host';
import { createAnswerCache } from './state/host-context';

// The content security policy forbids code made from text, which zod would try first.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id "root"');
createRoot(root).render(
  <StrictMode>
    <App host={connectHost()} answers={createAnswerCache()} />
  </StrictMode>,
);
