export const PlanPage = () => null
