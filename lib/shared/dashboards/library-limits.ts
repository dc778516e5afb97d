/** Dashboards of one request; more come in several. */
export const mostAtOnce = 500;

/** How long something lies in the trash before it goes for good. */
export const trashDays = 30;
