import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightOpenAPI from 'starlight-openapi';

import { DOCS_URL } from '../dist/report/docs-url.js';
import sidebar from './src/generated/sidebar.json' with { type: 'json' };

export default defineConfig({
  site: DOCS_URL,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Flags such as --redact keep their hyphens.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    starlight({
      title: 'iamport-kit',
      defaultLocale: 'root',
      locales: { root: { label: '한국어', lang: 'ko' }, en: { label: 'English', lang: 'en' } },
      sidebar,
      // The sidebar above has the pages of the operations already, with tags in both languages.
      plugins: [
        starlightOpenAPI([
          { base: 'reference', schema: './src/generated/openapi.ko.json' },
          { base: 'en/reference', schema: './src/generated/openapi.en.json' },
        ]),
      ],
      customCss: ['./src/styles/site.css'],
      lastUpdated: false,
      credits: false,
    }),
  ],
});
