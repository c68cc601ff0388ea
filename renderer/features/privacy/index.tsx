export { VaultScreen as default } from './VaultScreen';
