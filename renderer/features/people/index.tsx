export { PeopleScreen as default } from './PeopleScreen';
