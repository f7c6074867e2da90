/** The same in every language. */
export const product = 'Chủ Trì'
