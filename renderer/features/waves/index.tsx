export { WaveScreen } from './WaveScreen';
export { WavesScreen as default } from './WavesScreen';
