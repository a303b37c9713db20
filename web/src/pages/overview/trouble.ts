export { inTrouble, type AreaCounts } from '../../parts/trouble.js';
