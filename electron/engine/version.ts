import packageFile from '../../package.json' with { type: 'json' };

export const applicationName = packageFile.productName;
export const applicationVersion = packageFile.version;
