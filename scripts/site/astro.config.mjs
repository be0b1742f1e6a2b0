import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

import { DOCS_URL } from '../dist/report/docs-url.js';
import sidebar from './src/generated/sidebar.json' with { type: 'json' };

export default defineConfig({
  site: DOCS_URL,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Flags such as --redact keep their hyphens.
  markdown: { smartypants: false },
  integrations: [
    starlight({
      title: 'iamport-kit',
      defaultLocale: 'root',
      locales: { root: { label: '한국어', lang: 'ko' }, en: { label: 'English', lang: 'en' } },
      sidebar,
      customCss: ['./src/styles/site.css'],
      lastUpdated: false,
      credits: false,
    }),
  ],
});
