import { traceFigures } from './traceFigures';

const isQuick = process.argv.includes('--quick');
console.log(JSON.stringify(traceFigures(isQuick ? { scenes: 50, edits: 30 } : { scenes: 400, edits: 300 })));
