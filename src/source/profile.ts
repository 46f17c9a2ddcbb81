import { z } from 'zod';
import { isLanguageTag } from '../config/language-tag.js';
import { ROLES } from '../config/schema.js';

const pattern = z.string().min(1).refine(isPattern, 'a regular expression');

/** What a person may settle about a text beforehand: in options, or in a YAML file beside the source. */
export const profileSchema = z.strictObject({
  title: z.string().min(1).optional().describe('The title of the text.'),
  creators: z
    .array(z.strictObject({ name: z.string().min(1), role: z.enum(ROLES).default('author') }))
    .optional()
    .describe('Who wrote, edited or translated it.'),
  language: z
    .string()
    .refine(isLanguageTag, 'a language tag such as en, fr or pt-BR')
    .optional()
    .describe('Language of the text, as a BCP 47 tag.'),
  dialect: z
    .enum(['plain', 'markdown'])
    .optional()
    .describe('Whether marks such as `*` and `#` are Markdown or characters of the text.'),
  rules: z
    .record(z.string(), z.enum(['force', 'forbid']))
    .default({})
    .describe('Rules that run although nothing speaks for them, or never run.'),
  furniture: z
    .array(pattern)
    .default([])
    .describe('Expressions for lines to take out; each must match a whole line.'),
  headings: z
    .array(z.strictObject({ text: z.string().min(1), level: z.number().int().min(1).max(6).default(2) }))
    .default([])
    .describe('Lines that are headings, and of what level.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .describe('Below this a decision is not carried out but reported.'),
});

export type Profile = z.infer<typeof profileSchema>;
export type ProfileInput = z.input<typeof profileSchema>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
