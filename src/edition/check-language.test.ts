import { expect, test } from 'vitest';
import { editionOf } from './testing/edition-of.js';

const RUSSIAN = '# Глава\n\nЛампа горела всю ночь, и час и состояние моря были записаны в книгу.\n';

test.each([
  [RUSSIAN, 'en', '“language: ru”'],
  [
    '# 第一章\n\n灯整夜亮着，时间和海面的状况都写进了簿子里。灯整夜亮着，时间和海面的状况都写进了簿子里。\n',
    'en',
    '“language: zh”',
  ],
  [RUSSIAN, 'uk', undefined],
  [
    '# 第一章\n\nランプは一晩中燃えていて、時刻と海の様子は帳面に書き留められた。灯は消えなかった。\n',
    'ja',
    undefined,
  ],
  ['# Code\n\nconst lamp = new Lamp(); lamp.burn(); await tide.turns(); return lamp;\n', 'ru', undefined],
  [
    '# Слово\n\nThe word for it is лампа, and nothing else in this text is Russian at all.\n',
    'en',
    undefined,
  ],
])('%j in %s: %s', async (markdown, language, remedy) => {
  const { report } = await editionOf({ markdown, book: { language } });
  const told = report.messages.find(({ code }) => code === 'language-mismatch');
  if (remedy === undefined) expect(told).toBeUndefined();
  else expect(told?.note).toContain(remedy);
});
