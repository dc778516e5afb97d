/** Where every counter starts from zero: 2025-01-01T00:00:00Z, in Unix seconds. A midnight, so that times of day stay put. */
export const EPOCH_SECONDS = 1_735_689_600;

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
