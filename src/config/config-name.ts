/** The file that makes a folder a book. */
export const CONFIG_NAME = 'book.yaml';
