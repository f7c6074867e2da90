export const AgenciesPage = () => null
