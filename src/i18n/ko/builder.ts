/** Words of towns: choosing one, what stands above it, building one. */
export const builder = {
  choose: '마을 고르기',
  chooseAbout: '하나하나가 들여다보고 바꿔 볼 수 있는 작은 인터넷이에요.',
  search: '찾기',
  close: '닫기',
  nothingFound: '이름이나 설명에 그런 말이 있는 마을은 없어요.',
  topic: {
    ip: 'IP: 주소와 길 찾기',
    ports: '포트: 건물의 문',
    transport: 'TCP와 UDP',
    dns: 'DNS: 이름',
    web: '웹',
    links: '링크: 길의 성질',
    all: '모두 함께',
  },
  size: '컴퓨터 {{hosts}}대, 라우터 {{routers}}대',
  bar: '마을',
  undo: '되돌리기',
  redo: '다시 하기',
  back: '거리로 돌아가기',
} as const;
