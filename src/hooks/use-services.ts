import { createContext, useContext } from 'react';
import type { Services } from '../services/services.ts';

const ServicesContext = createContext<Services | null>(null);

/** `<ServicesProvider value={services}>`, once, around the app. */
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices needs a <ServicesProvider> above it');
  return services;
}
