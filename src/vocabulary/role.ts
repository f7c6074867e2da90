// The roles of the people who sign in; who may do what with them is one table in identity/.
export const ROLES = ['admin', 'leader', 'focal', 'head', 'officer'] as const
export type Role = (typeof ROLES)[number]
