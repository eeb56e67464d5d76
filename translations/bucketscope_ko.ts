<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AtlasCliImport</name>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>%1행 %2열: %3.</translation>
    </message>
    <message>
        <source>The Atlas CLI profiles in %1 cannot be read: it is not a file.</source>
        <translation>%1에서 Atlas CLI 프로필을 읽을 수 없습니다: 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The Atlas CLI profiles in %1 cannot be read: %2.</source>
        <translation>%1에서 Atlas CLI 프로필을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is too large to be an Atlas CLI configuration.</source>
        <translation>Atlas CLI 구성 파일이라기에는 너무 큽니다: %1.</translation>
    </message>
    <message>
        <source>The Atlas CLI profiles in %1 cannot be read. %2</source>
        <translation>%1에서 Atlas CLI 프로필을 읽을 수 없습니다. %2</translation>
    </message>
    <message>
        <source>Unknown service: “%1”.</source>
        <translation>알 수 없는 서비스입니다: “%1”.</translation>
    </message>
    <message>
        <source>This profile is for Ops Manager. Bucketscope supports Atlas only.</source>
        <translation>Ops Manager용 프로필입니다. Bucketscope는 Atlas만 지원합니다.</translation>
    </message>
    <message>
        <source>This profile is for Cloud Manager. Bucketscope supports Atlas only.</source>
        <translation>Cloud Manager용 프로필입니다. Bucketscope는 Atlas만 지원합니다.</translation>
    </message>
    <message>
        <source>The base URL %1 cannot be used. %2</source>
        <translation>기본 URL %1을(를) 사용할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>The file contains two addresses for this profile: “%1” and “%2”. Correct the file, or add the profile manually.</source>
        <translation>파일에 이 프로필의 주소가 두 개 있습니다: “%1”, “%2”. 파일을 고치거나 프로필을 직접 추가하십시오.</translation>
    </message>
    <message>
        <source>The file sets base_url to “%1”, which the Atlas CLI ignores. Use ops_manager_url instead, or add the profile manually.</source>
        <translation>파일의 base_url이 “%1”이지만 Atlas CLI는 이 값을 사용하지 않습니다. 대신 ops_manager_url을 쓰거나 프로필을 직접 추가하십시오.</translation>
    </message>
    <message>
        <source>This profile signs in with a user account in the browser. Bucketscope needs a service account or an API key.</source>
        <translation>브라우저에서 사용자 계정으로 로그인하는 프로필입니다. Bucketscope에는 서비스 계정이나 API 키가 필요합니다.</translation>
    </message>
    <message>
        <source>Unknown authentication type: “%1”.</source>
        <translation>알 수 없는 인증 방식입니다: “%1”.</translation>
    </message>
    <message>
        <source>This profile has no credentials.</source>
        <translation>이 프로필에는 자격 증명이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a project ID, so no default project is imported.</source>
        <translation>“%1”은(는) 프로젝트 ID가 아니므로 기본 프로젝트를 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>The organization ID %1 is not imported: Bucketscope does not use it.</source>
        <translation>조직 ID %1은(는) 사용하지 않으므로 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>The Atlas CLI keeps this secret in its own keychain entry. Enter the client ID and client secret here.</source>
        <translation>이 시크릿은 Atlas CLI 전용 키체인 항목에 있습니다. 여기에 클라이언트 ID와 클라이언트 시크릿을 입력하십시오.</translation>
    </message>
    <message>
        <source>The Atlas CLI keeps this secret in its own keychain entry. Enter the public key and private key here.</source>
        <translation>이 시크릿은 Atlas CLI 전용 키체인 항목에 있습니다. 여기에 공개 키와 비공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>This profile has no client secret. Enter it here.</source>
        <translation>이 프로필에는 클라이언트 시크릿이 없습니다. 여기에 입력하십시오.</translation>
    </message>
    <message>
        <source>This profile has no private key. Enter it here.</source>
        <translation>이 프로필에는 비공개 키가 없습니다. 여기에 입력하십시오.</translation>
    </message>
    <message>
        <source>The credentials are at the top level of the file. The Atlas CLI uses them for every profile.</source>
        <translation>자격 증명이 파일의 최상위에 있습니다. Atlas CLI는 이를 모든 프로필에 사용합니다.</translation>
    </message>
    <message>
        <source>The file has more than one profile with this name (ignoring case).</source>
        <translation>파일에 이 이름의 프로필이 둘 이상 있습니다(대소문자 구분 없음).</translation>
    </message>
    <message>
        <source>The Atlas CLI no longer accepts dots in profile names. Bucketscope imports the values under this name.</source>
        <translation>Atlas CLI는 더 이상 점이 들어간 프로필 이름을 허용하지 않습니다. 이 이름 아래에 있는 값을 가져옵니다.</translation>
    </message>
    <message>
        <source>No Atlas CLI profiles found: %1 does not exist.</source>
        <translation>Atlas CLI 프로필을 찾을 수 없습니다. %1 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The value of %1 in the file is not text. Correct the file, or add the profile manually.</source>
        <translation>파일에서 %1의 값이 텍스트가 아닙니다. 파일을 수정하거나 프로필을 직접 추가하십시오.</translation>
    </message>
    <message>
        <source>The default project is at the top level of the file. The Atlas CLI uses it for every profile.</source>
        <translation>기본 프로젝트가 파일의 최상위에 있습니다. Atlas CLI는 모든 프로필에 이 프로젝트를 사용합니다.</translation>
    </message>
    <message>
        <source>Not imported, because their values are not text: %1.</source>
        <translation>값이 텍스트가 아니어서 가져오지 않은 항목: %1.</translation>
    </message>
</context>
<context>
    <name>BaseUrl</name>
    <message>
        <source>Begin the base URL with https://.</source>
        <translation>기본 URL은 https://로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>The port must be between 1 and 65535.</source>
        <translation>포트는 1~65535 범위여야 합니다.</translation>
    </message>
    <message>
        <source>Enter a base URL such as https://cloud.mongodb.com.</source>
        <translation>기본 URL을 입력하십시오. 예: https://cloud.mongodb.com</translation>
    </message>
    <message>
        <source>Use https://. Plain http:// is allowed only for localhost, 127.0.0.1 and [::1].</source>
        <translation>https://를 사용하십시오. http://는 localhost, 127.0.0.1, [::1]에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Remove the user name and password from the base URL.</source>
        <translation>기본 URL에서 사용자 이름과 암호를 빼십시오.</translation>
    </message>
    <message>
        <source>Remove the path from the base URL. Example: https://cloud.mongodb.com</source>
        <translation>기본 URL에서 경로를 빼십시오. 예: https://cloud.mongodb.com</translation>
    </message>
    <message>
        <source>Remove ? and # from the base URL.</source>
        <translation>기본 URL에서 ?와 #을 빼십시오.</translation>
    </message>
    <message>
        <source>Remove %25 and what follows it from the IPv6 address.</source>
        <translation>IPv6 주소에서 %25와 그 뒤의 내용을 빼십시오.</translation>
    </message>
</context>
<context>
    <name>BucketField</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>제공자</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>리전</translation>
    </message>
    <message>
        <source>no region</source>
        <translation>리전 없음</translation>
    </message>
    <message>
        <source>Role ID</source>
        <translation>역할 ID</translation>
    </message>
    <message>
        <source>no role ID</source>
        <translation>역할 ID 없음</translation>
    </message>
    <message>
        <source>Private networking</source>
        <translation>프라이빗 네트워크</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>필수 아님</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>Service URL</source>
        <translation>서비스 URL</translation>
    </message>
    <message>
        <source>no service URL</source>
        <translation>서비스 URL 없음</translation>
    </message>
    <message>
        <source>Tenant ID</source>
        <translation>테넌트 ID</translation>
    </message>
    <message>
        <source>no tenant ID</source>
        <translation>테넌트 ID 없음</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>등록 시각</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용처</translation>
    </message>
    <message>
        <source>Last export</source>
        <translation>마지막 내보내기</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>private networking unknown</source>
        <translation>프라이빗 네트워크 여부를 알 수 없음</translation>
    </message>
</context>
<context>
    <name>CertificateFile</name>
    <message>
        <source>This is a folder. Choose a PEM file.</source>
        <translation>폴더입니다. PEM 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>파일을 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The file is too large to be a list of certificates.</source>
        <translation>인증서 목록이라기에는 파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>This is not a regular file. Choose a PEM file.</source>
        <translation>일반 파일이 아닙니다. PEM 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>The file does not contain a PEM certificate.</source>
        <translation>파일에 PEM 형식의 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The file contains a damaged certificate.</source>
        <translation>파일에 손상된 인증서가 있습니다.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Order as loaded</source>
        <translation>불러온 순서</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>오름차순</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>내림차순</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬 기준</translation>
    </message>
    <message>
        <source>Move “%1” left</source>
        <translation>“%1” 왼쪽으로 이동</translation>
    </message>
    <message>
        <source>Move “%1” right</source>
        <translation>“%1” 오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Column %1 of %2</source>
        <translation>열 %2개 중 %1번째</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>정렬 기준: %1</translation>
    </message>
    <message>
        <source>Select a column first.</source>
        <translation>먼저 열을 선택하십시오.</translation>
    </message>
    <message>
        <source>This is the first column.</source>
        <translation>첫 번째 열입니다.</translation>
    </message>
    <message>
        <source>This is the last column.</source>
        <translation>마지막 열입니다.</translation>
    </message>
    <message>
        <source>The last column fills the remaining width.</source>
        <translation>마지막 열은 남은 너비를 채웁니다.</translation>
    </message>
    <message>
        <source>Fit “%1” to its contents</source>
        <translation>“%1” 너비를 내용에 맞춤</translation>
    </message>
    <message>
        <source>Make “%1” wider</source>
        <translation>“%1” 넓히기</translation>
    </message>
    <message>
        <source>Make “%1” narrower</source>
        <translation>“%1” 좁히기</translation>
    </message>
    <message>
        <source>The column cannot become narrower.</source>
        <translation>열을 더 좁힐 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>EditedProfile</name>
    <message>
        <source>Without a client secret, this profile cannot sign in.</source>
        <translation>클라이언트 시크릿이 없으면 이 프로필로 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Without a private key, this profile cannot sign in.</source>
        <translation>비공개 키가 없으면 이 프로필로 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>This looks like a client ID. Enter the client secret here.</source>
        <translation>클라이언트 ID로 보입니다. 여기에는 클라이언트 시크릿을 입력하십시오.</translation>
    </message>
    <message>
        <source>This looks like a client ID. Enter the private key here.</source>
        <translation>클라이언트 ID로 보입니다. 여기에는 비공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>새 프로필</translation>
    </message>
    <message>
        <source>The saved client secret was entered for %1 and is not sent to %2. Enter the client secret again.</source>
        <translation>저장된 클라이언트 시크릿은 %1용으로 입력한 것이므로 %2(으)로 보내지 않습니다. 클라이언트 시크릿을 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>The saved private key was entered for %1 and is not sent to %2. Enter the private key again.</source>
        <translation>저장된 비공개 키는 %1용으로 입력한 것이므로 %2(으)로 보내지 않습니다. 비공개 키를 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>The saved client secret belongs to a different client ID. Enter the secret for this ID.</source>
        <translation>저장된 클라이언트 시크릿은 다른 클라이언트 ID의 것입니다. 이 ID의 시크릿을 입력하십시오.</translation>
    </message>
    <message>
        <source>The saved private key belongs to a different public key. Enter the private key for this key.</source>
        <translation>저장된 비공개 키는 다른 공개 키의 것입니다. 이 공개 키의 비공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>The secret contains spaces. Make sure that you pasted only the secret.</source>
        <translation>시크릿에 공백이 있습니다. 시크릿만 붙여 넣었는지 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>EnvironmentProfile</name>
    <message>
        <source>%1 is set, but %2 is not. Set both or neither.</source>
        <translation>%1은(는) 설정되어 있지만 %2은(는) 설정되어 있지 않습니다. 둘 다 설정하거나 둘 다 해제하십시오.</translation>
    </message>
    <message>
        <source>%1 and %2 are set to different values. Set only one.</source>
        <translation>%1과(와) %2의 값이 서로 다릅니다. 하나만 설정하십시오.</translation>
    </message>
    <message>
        <source>%1: use cloud or cloudgov.</source>
        <translation>%1: cloud 또는 cloudgov를 사용하십시오.</translation>
    </message>
    <message>
        <source>%1 and %2 specify different addresses. Set only one, or set both to the same address.</source>
        <translation>%1과(와) %2이(가) 서로 다른 주소를 지정합니다. 하나만 설정하거나 둘을 같은 주소로 설정하십시오.</translation>
    </message>
    <message>
        <source>%1: a project ID is 24 hexadecimal digits (0–9, a–f).</source>
        <translation>%1: 프로젝트 ID는 24자리 16진수(0~9, a~f)입니다.</translation>
    </message>
    <message>
        <source>Both a service account and an API key are set. Bucketscope uses the service account, as the Atlas CLI does.</source>
        <translation>서비스 계정과 API 키가 모두 설정되어 있습니다. Atlas CLI와 같이 서비스 계정을 사용합니다.</translation>
    </message>
    <message>
        <source>Both a service account and an API key are set. Bucketscope uses the API key, as the Atlas CLI does.</source>
        <translation>서비스 계정과 API 키가 모두 설정되어 있습니다. Atlas CLI와 같이 API 키를 사용합니다.</translation>
    </message>
    <message>
        <source>%1 specifies another type of sign-in, but only a service account is set. Bucketscope uses the service account.</source>
        <translation>%1에는 다른 로그인 방식이 지정되어 있지만 서비스 계정만 설정되어 있어 서비스 계정을 사용합니다.</translation>
    </message>
    <message>
        <source>%1 specifies another type of sign-in, but only an API key is set. Bucketscope uses the API key.</source>
        <translation>%1에는 다른 로그인 방식이 지정되어 있지만 API 키만 설정되어 있어 API 키를 사용합니다.</translation>
    </message>
    <message>
        <source>Not used: %1. Bucketscope signs in with a service account or an API key.</source>
        <translation>사용하지 않음: %1. Bucketscope는 서비스 계정이나 API 키로 로그인합니다.</translation>
    </message>
    <message>
        <source>Not used: %1. Because %2 is set, Bucketscope reads variables that begin with MCLI_ instead, as the Atlas CLI does.</source>
        <translation>사용하지 않음: %1. %2이(가) 설정되어 있어 Atlas CLI와 같이 MCLI_로 시작하는 변수를 대신 읽습니다.</translation>
    </message>
    <message>
        <source>Not used: %1. Without a credential in the environment, profiles keep their own base URL and project.</source>
        <translation>사용하지 않음: %1. 환경 변수에 자격 증명이 없으면 프로필은 자체 기본 URL과 프로젝트를 그대로 사용합니다.</translation>
    </message>
    <message>
        <source>Not used: %1. To open a profile, start Bucketscope with --profile.</source>
        <translation>사용하지 않음: %1. 프로필을 열려면 --profile 옵션으로 Bucketscope를 시작하십시오.</translation>
    </message>
    <message>
        <source>Not used: %1. Bucketscope does not use an organization ID.</source>
        <translation>사용하지 않음: %1. Bucketscope는 조직 ID를 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Environment (this session)</source>
        <translation>환경 변수(이번 세션)</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>%1 is read-only. Choose another name.</source>
        <translation>%1은(는) 읽기 전용입니다. 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>Enter a file name.</source>
        <translation>파일 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>%1 is a folder. Add a file name.</source>
        <translation>%1은(는) 폴더입니다. 파일 이름을 덧붙이십시오.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Create it, or choose another folder.</source>
        <translation>%1 폴더가 없습니다. 폴더를 만들거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Choose another name.</source>
        <translation>%1은(는) 일반 파일이 아닙니다. 다른 이름을 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>IniFile</name>
    <message>
        <source>Settings were not saved: no space for temporary files. Free some disk space, then try again.</source>
        <translation>임시 파일을 만들 공간이 없어 설정을 저장하지 못했습니다. 디스크 공간을 확보한 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The settings file %1 is empty.</source>
        <translation>설정 파일 %1이(가) 비어 있습니다.</translation>
    </message>
    <message>
        <source>The settings file %1 contains data that is not text.</source>
        <translation>설정 파일 %1에 텍스트가 아닌 데이터가 있습니다.</translation>
    </message>
    <message>
        <source>The settings file %1 is incomplete.</source>
        <translation>설정 파일 %1의 내용이 일부 잘렸습니다.</translation>
    </message>
    <message>
        <source>The settings file %1 contains lines that are not settings.</source>
        <translation>설정 파일 %1에 설정이 아닌 줄이 있습니다.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be read: %2.</source>
        <translation>설정 파일 %1을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be read: no space for temporary files.</source>
        <translation>임시 파일을 만들 공간이 없어 설정 파일 %1을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The settings file %1 is a folder.</source>
        <translation>설정 파일 %1은(는) 폴더입니다.</translation>
    </message>
    <message>
        <source>The settings file %1 is not a regular file.</source>
        <translation>설정 파일 %1은(는) 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The settings file %1 is too large.</source>
        <translation>설정 파일 %1이(가) 너무 큽니다.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>“%2” is not a valid value for %1 in the settings file. The default is used.</source>
        <translation>설정 파일의 %1 값 “%2”이(가) 올바르지 않습니다. 기본값을 사용합니다.</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>파일 %1에 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>파일이 읽기 전용입니다</translation>
    </message>
    <message>
        <source>the disk is full or faulty</source>
        <translation>디스크가 가득 찼거나 작동하지 않습니다</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created.</source>
        <translation>폴더를 만들 수 없습니다: %1.</translation>
    </message>
</context>
<context>
    <name>ProfileDraft</name>
    <message>
        <source>Another profile has this name. Choose another name.</source>
        <translation>같은 이름의 프로필이 있습니다. 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>Enter the client ID.</source>
        <translation>클라이언트 ID를 입력하십시오.</translation>
    </message>
    <message>
        <source>This looks like a secret. Enter the client ID here.</source>
        <translation>시크릿으로 보입니다. 여기에는 클라이언트 ID를 입력하십시오.</translation>
    </message>
    <message>
        <source>Enter the public key.</source>
        <translation>공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>This looks like a private key. Enter the public key here.</source>
        <translation>비공개 키로 보입니다. 여기에는 공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>Enter a profile name.</source>
        <translation>프로필 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>“%1” is reserved for the profile from environment variables. Choose another name.</source>
        <translation>“%1”은(는) 환경 변수 프로필에 예약된 이름입니다. 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>A client ID cannot contain spaces.</source>
        <translation>클라이언트 ID에는 공백을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Client IDs usually start with mdb_sa_id_, followed by 24 hexadecimal digits.</source>
        <translation>클라이언트 ID는 보통 mdb_sa_id_로 시작하고 24자리 16진수가 이어집니다.</translation>
    </message>
    <message>
        <source>A public key cannot contain spaces.</source>
        <translation>공개 키에는 공백을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>This looks like a client ID. For Authentication, choose “Service account”.</source>
        <translation>클라이언트 ID로 보입니다. 인증 방식으로 “서비스 계정”을 선택하십시오.</translation>
    </message>
    <message>
        <source>A project ID is 24 hexadecimal digits (0–9, a–f).</source>
        <translation>프로젝트 ID는 24자리 16진수(0~9, a~f)입니다.</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>Another Bucketscope window has saved a profile named “%1”. Choose another name.</source>
        <translation>다른 Bucketscope 창에서 “%1” 프로필을 저장했습니다. 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>The settings of this profile are missing.</source>
        <translation>이 프로필의 설정이 없습니다.</translation>
    </message>
    <message>
        <source>This profile has an invalid ID in the settings file.</source>
        <translation>설정 파일에 있는 이 프로필의 ID가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The authentication type is missing or unknown.</source>
        <translation>인증 방식이 없거나 알 수 없는 방식입니다.</translation>
    </message>
</context>
<context>
    <name>ProxyAddress</name>
    <message>
        <source>Not a valid proxy address. Use an address such as http://proxy:3128. In a user name or password, write @ as %40, # as %23, ? as %3F, / as %2F.</source>
        <translation>올바른 프록시 주소가 아닙니다. http://proxy:3128과 같은 주소를 사용하십시오. 사용자 이름이나 암호에서 @는 %40, #는 %23, ?는 %3F, /는 %2F로 쓰십시오.</translation>
    </message>
    <message>
        <source>Begin the proxy address with http://, https://, socks5:// or socks5h://.</source>
        <translation>프록시 주소는 http://, https://, socks5:// 또는 socks5h://로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>The proxy port must be between 1 and 65535.</source>
        <translation>프록시 포트는 1~65535 범위여야 합니다.</translation>
    </message>
</context>
<context>
    <name>SecretStorage</name>
    <message>
        <source>Kept in the system keychain. Never written to a file.</source>
        <translation>시스템 키체인에 보관합니다. 파일에는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Kept in memory until Bucketscope closes. Never written to a file.</source>
        <translation>Bucketscope를 닫을 때까지 메모리에 보관합니다. 파일에는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Written to the file secrets.conf beside the settings, not encrypted. Only your user account can read it.</source>
        <translation>설정 파일과 같은 폴더의 secrets.conf 파일에 암호화하지 않고 저장합니다. 현재 사용자 계정만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Written to the file secrets.conf beside the settings, not encrypted. Anyone who can open your user folder can read it.</source>
        <translation>설정 파일과 같은 폴더의 secrets.conf 파일에 암호화하지 않고 저장합니다. 사용자 폴더를 열 수 있는 사람은 읽을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Secret storage choice</source>
        <translation>시크릿 보관 위치 선택</translation>
    </message>
    <message>
        <source>&amp;Items per page</source>
        <translation>페이지당 항목(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Ask for the total count</source>
        <translation>전체 개수 요청(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Envelope</source>
        <translation>엔벨로프(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Pretty-print</source>
        <translation>보기 좋게 출력(&amp;P)</translation>
    </message>
    <message>
        <source>API &amp;version</source>
        <translation>API 버전(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>제한 시간(&amp;T)</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Load &amp;regions in the background</source>
        <translation>백그라운드에서 리전 불러오기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Fetch the next page in advance</source>
        <translation>다음 페이지 미리 불러오기(&amp;F)</translation>
    </message>
    <message>
        <source>Needed to show the number of pages.</source>
        <translation>전체 페이지 수를 표시하는 데 필요합니다.</translation>
    </message>
    <message>
        <source>Adds the HTTP status to the response body.</source>
        <translation>응답 본문에 HTTP 상태를 추가합니다.</translation>
    </message>
    <message>
        <source>Indents the JSON. Responses are larger.</source>
        <translation>JSON을 들여씁니다. 응답이 커집니다.</translation>
    </message>
    <message>
        <source>Atlas does not return regions in bucket lists. Loading them takes one request per visible bucket.</source>
        <translation>Atlas의 버킷 목록에는 리전이 포함되지 않습니다. 화면의 버킷마다 요청이 하나씩 필요합니다.</translation>
    </message>
    <message>
        <source>Shows the next page instantly. Uses one request even if you do not open it.</source>
        <translation>다음 페이지를 바로 표시합니다. 열지 않아도 요청 하나를 사용합니다.</translation>
    </message>
    <message>
        <source>%1 to %2. Larger pages need fewer requests.</source>
        <translation>%1~%2. 페이지가 클수록 요청 수가 줄어듭니다.</translation>
    </message>
    <message>
        <source>Atlas uses the latest version up to this date.</source>
        <translation>Atlas가 이 날짜까지의 최신 버전을 사용합니다.</translation>
    </message>
    <message>
        <source>Maximum time for each attempt, including sign-in.</source>
        <translation>시도마다 허용되는 최대 시간(로그인 포함)입니다.</translation>
    </message>
    <message>
        <source>System</source>
        <comment>language</comment>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>System</source>
        <comment>theme</comment>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>&amp;Check exports after loading all projects</source>
        <translation>모든 프로젝트를 불러온 후 내보내기 점검(&amp;C)</translation>
    </message>
    <message>
        <source>Takes about two requests per cluster, within the rate limit of each project.</source>
        <translation>클러스터마다 요청을 두 번쯤 보내며, 각 프로젝트의 속도 제한을 지킵니다.</translation>
    </message>
    <message>
        <source>Remember &amp;what was read</source>
        <translation>불러온 내용 기억(&amp;W)</translation>
    </message>
    <message>
        <source>Load &amp;usage when a project opens</source>
        <translation>프로젝트를 열 때 사용 여부 불러오기(&amp;U)</translation>
    </message>
    <message>
        <source>Fills in Used by and Last export. Takes about two requests per cluster, after all others.</source>
        <translation>사용처와 마지막 내보내기를 채웁니다. 다른 요청을 먼저 보내고, 클러스터마다 요청을 두 번쯤 보냅니다.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>1분마다</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>5분마다</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>15분마다</translation>
    </message>
    <message>
        <source>Refresh a&amp;utomatically</source>
        <translation>자동으로 새로 고침(&amp;U)</translation>
    </message>
    <message>
        <source>Only while the window is visible. Pauses on battery power and while half of the rate limit or more is in use.</source>
        <translation>창이 보이는 동안에만 새로 고칩니다. 배터리를 사용하는 동안과 속도 제한의 절반 이상을 쓴 동안에는 멈춥니다.</translation>
    </message>
    <message>
        <source>&amp;Notify of new critical findings</source>
        <translation>새로운 심각한 발견 사항 알림(&amp;N)</translation>
    </message>
    <message>
        <source>Shows a desktop notification when a check finishes while another window is active.</source>
        <translation>다른 창을 사용하는 동안 점검이 끝나면 데스크톱 알림을 표시합니다.</translation>
    </message>
    <message>
        <source>Saves the data of each check on this computer, without secrets, and shows what changed since.</source>
        <translation>점검할 때마다 불러온 내용을 시크릿 없이 이 컴퓨터에 저장하고 그 후의 변경 사항을 표시합니다.</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>Another Bucketscope window is saving settings. Try again.</source>
        <translation>다른 Bucketscope 창에서 설정을 저장하고 있습니다. 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Settings were not saved: the folder %1 is not writable.</source>
        <translation>설정을 저장하지 못했습니다. 폴더 %1에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Settings cannot be saved until this is fixed.</source>
        <translation>이 문제를 해결하기 전에는 설정을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>All settings are at their defaults.</source>
        <translation>모든 설정이 기본값입니다.</translation>
    </message>
    <message>
        <source>The file could not be backed up, so settings cannot be saved: %1</source>
        <translation>파일을 백업하지 못해 설정을 저장할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Bucketscope uses the settings that it could read. A copy of the file is in %1.</source>
        <translation>읽을 수 있는 설정만 사용합니다. 파일의 사본은 %1에 있습니다.</translation>
    </message>
    <message>
        <source>Settings were not saved.</source>
        <translation>설정을 저장하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>SortedTitle</name>
    <message>
        <source>%1, ascending</source>
        <translation>%1, 오름차순</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <extracomment>The title of a column by which the rows are sorted</extracomment>
        <translation>%1, 내림차순</translation>
    </message>
</context>
<context>
    <name>SystemProxies</name>
    <message>
        <source>%1 specifies TLS to the proxy itself. Bucketscope does not support this and connects to the proxy without TLS.</source>
        <translation>%1에는 프록시까지 TLS로 연결하도록 지정되어 있습니다. Bucketscope는 이를 지원하지 않으므로 TLS 없이 프록시에 연결합니다.</translation>
    </message>
</context>
<context>
    <name>accounts::BoundSecret</name>
    <message>
        <source>The saved secret of “%1” does not say which server it is for. Nothing was sent. Confirm that it is for %2, or enter it again.</source>
        <translation>저장된 “%1” 시크릿이 어느 서버용인지 기록되어 있지 않습니다. 아무것도 보내지 않았습니다. %2용이 맞는지 확인하거나 시크릿을 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>The saved secret of “%1” was entered for %2, but the profile now points to %3. Nothing was sent. Enter the secret for %3, or correct the base URL.</source>
        <translation>저장된 “%1” 시크릿은 %2에 대해 입력한 것이지만 프로필은 이제 %3을(를) 가리킵니다. 아무것도 보내지 않았습니다. %3의 시크릿을 입력하거나 기본 URL을 고치십시오.</translation>
    </message>
    <message>
        <source>The secret saved for this profile is damaged. Enter it again in Settings.</source>
        <translation>이 프로필에 저장된 시크릿이 손상되었습니다. 설정에서 다시 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>accounts::FileSecretStore</name>
    <message>
        <source>The secrets in %1 cannot be read: it is not a file.</source>
        <translation>%1에서 시크릿을 읽을 수 없습니다: 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The secrets in %1 cannot be read: %2.</source>
        <translation>%1에서 시크릿을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The secret saved for this profile is damaged. Enter it again in Settings.</source>
        <translation>이 프로필에 저장된 시크릿이 손상되었습니다. 설정에서 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>The secrets in %1 cannot be read: the file is larger than %2. Remove it, then enter the secrets again.</source>
        <translation>%1의 시크릿을 읽을 수 없습니다. 파일이 %2보다 큽니다. 파일을 제거한 후 시크릿을 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>Other users can read the secrets in %1, and Bucketscope could not restrict access. Set the file mode to 0600.</source>
        <translation>다른 사용자가 %1의 시크릿을 읽을 수 있습니다. Bucketscope가 권한을 바꾸지 못했습니다. 파일 모드를 0600으로 설정하십시오.</translation>
    </message>
    <message>
        <source>No secret is saved for this profile. Enter it in Settings.</source>
        <translation>이 프로필에 저장된 시크릿이 없습니다. 설정에서 입력하십시오.</translation>
    </message>
    <message>
        <source>%1 is not writable, or another Bucketscope window is writing to it. Try again.</source>
        <translation>%1 파일에 쓸 수 없거나 다른 Bucketscope 창에서 쓰고 있습니다. 다시 시도하십시오.</translation>
    </message>
</context>
<context>
    <name>accounts::KeychainOperation</name>
    <message>
        <source>The system keychain is locked. Unlock it, then try again.</source>
        <translation>시스템 키체인이 잠겨 있습니다. 잠금을 푼 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The system keychain reported an error: %1</source>
        <translation>시스템 키체인에서 오류가 발생했습니다: %1</translation>
    </message>
    <message>
        <source>No system keychain is running. Start one (such as GNOME Keyring or KWallet), or choose another secret storage in Settings.</source>
        <translation>실행 중인 시스템 키체인이 없습니다. 키체인(예: GNOME Keyring, KWallet)을 시작하거나 설정에서 시크릿을 보관할 다른 위치를 선택하십시오.</translation>
    </message>
    <message>
        <source>The system keychain denied access. Allow Bucketscope to use it, then try again.</source>
        <translation>시스템 키체인이 액세스를 거부했습니다. Bucketscope의 사용을 허용한 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The system keychain has no secret for this profile. Enter it in Settings.</source>
        <translation>시스템 키체인에 이 프로필의 시크릿이 없습니다. 설정에서 입력하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>The system keychain did not respond within %Ln seconds. If another window asks for the keychain password, enter it, then try again.</source>
        <translation>
            <numerusform>시스템 키체인이 %Ln초 안에 응답하지 않았습니다. 다른 창에서 키체인 암호를 요청하면 입력한 후 다시 시도하십시오.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accounts::MemorySecretStore</name>
    <message>
        <source>No secret was entered for this profile in this session.</source>
        <translation>이번 세션에서 이 프로필의 시크릿을 입력하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>atlas</name>
    <message>
        <source>Entries left out because they could not be read: %1. First problem: %2.</source>
        <translation>읽을 수 없어 제외한 항목: %1개. 첫 번째 문제: %2.</translation>
    </message>
    <message>
        <source>The response has no body.</source>
        <translation>응답에 본문이 없습니다.</translation>
    </message>
    <message>
        <source>The response gives no reason.</source>
        <translation>응답에 사유가 없습니다.</translation>
    </message>
    <message>
        <source>Unexpected response</source>
        <translation>예상하지 못한 응답</translation>
    </message>
    <message>
        <source>Expected status 200, but received %1.</source>
        <translation>상태 200이 아니라 %1을(를) 받았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The response has more than %Ln values.</source>
        <translation>
            <numerusform>응답에 값이 %Ln개보다 많습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The response is not a complete JSON object: %1 at byte %Ln.</source>
        <translation>
            <numerusform>응답이 온전한 JSON 객체가 아닙니다: %1(바이트 %Ln).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::JsonReader</name>
    <message>
        <source>not an object</source>
        <translation>객체가 아님</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not a string</source>
        <translation>문자열이 아님</translation>
    </message>
    <message>
        <source>not true or false</source>
        <translation>true나 false가 아님</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>정수가 아님</translation>
    </message>
    <message>
        <source>not a list</source>
        <translation>목록이 아님</translation>
    </message>
    <message>
        <source>more than %1 entries</source>
        <translation>항목이 %1개를 넘음</translation>
    </message>
    <message>
        <source>not a cluster’s name</source>
        <translation>클러스터 이름이 아님</translation>
    </message>
    <message>
        <source>not 24 hexadecimal digits</source>
        <translation>24자리 16진수가 아님</translation>
    </message>
</context>
<context>
    <name>base::AgeText</name>
    <message>
        <source>MMM d</source>
        <extracomment>A day of the last year, as of QDate::toString(): 2 July</extracomment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%Ln일</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%Ln개월</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%Ln년</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a day, %2 how long ago it was: 2 July · 5 months</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln분 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln시간 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln일 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) ago</source>
        <translation>
            <numerusform>%Ln개월 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s) ago</source>
        <translation>
            <numerusform>%Ln년 전</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>base::MixedLetters</name>
    <message>
        <source>Latin</source>
        <comment>alphabet</comment>
        <translation>라틴</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <comment>alphabet</comment>
        <translation>키릴</translation>
    </message>
    <message>
        <source>Greek</source>
        <comment>alphabet</comment>
        <translation>그리스</translation>
    </message>
    <message>
        <source>Armenian</source>
        <comment>alphabet</comment>
        <translation>아르메니아</translation>
    </message>
    <message>
        <source>Georgian</source>
        <comment>alphabet</comment>
        <translation>조지아</translation>
    </message>
    <message>
        <source>Cherokee</source>
        <comment>alphabet</comment>
        <translation>체로키</translation>
    </message>
    <message>
        <source>Coptic</source>
        <comment>alphabet</comment>
        <translation>콥트</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <comment>alphabet</comment>
        <translation>히브리</translation>
    </message>
    <message>
        <source>Arabic</source>
        <comment>alphabet</comment>
        <translation>아랍</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <comment>alphabet</comment>
        <translation>데바나가리</translation>
    </message>
    <message>
        <source>Thai</source>
        <comment>alphabet</comment>
        <translation>태국</translation>
    </message>
    <message>
        <source>Chinese</source>
        <comment>alphabet</comment>
        <translation>중국</translation>
    </message>
    <message>
        <source>Japanese</source>
        <comment>alphabet</comment>
        <translation>일본</translation>
    </message>
    <message>
        <source>Korean</source>
        <comment>alphabet</comment>
        <translation>한국</translation>
    </message>
    <message>
        <source>Mixes letters of different alphabets</source>
        <translation>서로 다른 문자가 섞여 있음</translation>
    </message>
    <message>
        <source>Mixes %1 letters with those of another alphabet</source>
        <translation>%1 문자와 다른 문자가 섞여 있음</translation>
    </message>
    <message>
        <source>Mixes %1 and %2 letters</source>
        <extracomment>%1 and %2 are alphabets: Latin and Cyrillic</extracomment>
        <translation>%1 문자와 %2 문자가 섞여 있음</translation>
    </message>
</context>
<context>
    <name>base::TimeText</name>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>buckets</name>
    <message>
        <source>The list has more than %1 pages and was not loaded completely.</source>
        <translation>목록이 %1페이지를 넘어 일부만 불러왔습니다.</translation>
    </message>
</context>
<context>
    <name>buckets::BucketCell</name>
    <message>
        <source>%1, from the first four bytes of the ID</source>
        <translation>%1(ID의 처음 4바이트에서 읽은 시각)</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>Atlas does not return regions in bucket lists.</source>
        <translation>Atlas의 버킷 목록에는 리전이 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>아직 불러오지 않음</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a bucket&apos;s field</comment>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>buckets::BucketFields</name>
    <message>
        <source>More fields</source>
        <translation>추가 필드</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in the JSON</source>
        <translation>
            <numerusform>JSON에 %Ln개 더 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>Snapshot export</source>
        <translation>스냅샷 내보내기</translation>
    </message>
    <message>
        <source>Data Lake</source>
        <translation>Data Lake</translation>
    </message>
    <message>
        <source>Encryption at rest</source>
        <translation>저장 데이터 암호화</translation>
    </message>
    <message>
        <source>Log export</source>
        <translation>로그 내보내기</translation>
    </message>
    <message>
        <source>Log integration</source>
        <translation>로그 통합</translation>
    </message>
    <message>
        <source>Role used for</source>
        <translation>역할 사용처</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>외 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>IAM role ARN</source>
        <translation>IAM 역할 ARN</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>외부 ID</translation>
    </message>
    <message>
        <source>Atlas AWS account</source>
        <translation>Atlas AWS 계정</translation>
    </message>
    <message>
        <source>Role authorized</source>
        <translation>역할 승인 시각</translation>
    </message>
    <message>
        <source>Role created</source>
        <translation>역할 생성 시각</translation>
    </message>
    <message>
        <source>Service principal</source>
        <translation>서비스 주체</translation>
    </message>
    <message>
        <source>Role tenant ID</source>
        <translation>역할 테넌트 ID</translation>
    </message>
    <message>
        <source>Atlas Azure app ID</source>
        <translation>Atlas Azure 앱 ID</translation>
    </message>
    <message>
        <source>Role updated</source>
        <translation>역할 수정 시각</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>서비스 계정</translation>
    </message>
    <message>
        <source>Role status</source>
        <translation>역할 상태</translation>
    </message>
</context>
<context>
    <name>buckets::BucketPager</name>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>No export buckets</source>
        <translation>내보내기 버킷 없음</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <extracomment>The numbers of the first and the last row of a page, e.g. 101–200</extracomment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <extracomment>The numbers of the first and the last row of a page and of all rows, e.g. 1–100 of 2,508</extracomment>
        <translation>%1~%2 / %3</translation>
    </message>
    <message>
        <source>%1 · loading %2 per page…</source>
        <extracomment>%1 is what is on screen, e.g. 1–100 of 2,508</extracomment>
        <translation>%1 · 페이지당 %2개씩 불러오는 중…</translation>
    </message>
    <message>
        <source>%1 · loading page %2…</source>
        <extracomment>%1 is what is on screen, e.g. 1–100 of 2,508</extracomment>
        <translation>%1 · %2페이지 불러오는 중…</translation>
    </message>
    <message>
        <source>%1 of %2 on this page</source>
        <extracomment>How many of the rows of a page the filter lets through, e.g. 1 of 4 on this page</extracomment>
        <translation>이 페이지의 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 · loaded %2</source>
        <extracomment>%1 is what is on screen, e.g. 1–100 of 2,508, and %2 is “3 hours ago”</extracomment>
        <translation>%1 · %2에 불러옴</translation>
    </message>
</context>
<context>
    <name>buckets::ClusterFields</name>
    <message>
        <source>Snapshots (%1)</source>
        <extracomment>%1 is a frequency: daily, weekly, ...</extracomment>
        <translation>스냅샷(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln more day(s)</source>
        <extracomment>%1 is a frequency: daily, weekly, ...</extracomment>
        <translation>
            <numerusform>%1: %Ln일 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Cluster ID</source>
        <translation>클러스터 ID</translation>
    </message>
    <message>
        <source>Cluster type</source>
        <translation>클러스터 유형</translation>
    </message>
    <message>
        <source>Cluster state</source>
        <translation>클러스터 상태</translation>
    </message>
    <message>
        <source>Cluster regions</source>
        <translation>클러스터 리전</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Policy item %1</source>
        <translation>정책 항목 %1</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>스냅샷</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more policy item(s)</source>
        <translation>
            <numerusform>정책 항목 %Ln개 더 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>Snapshot time</source>
        <translation>스냅샷 시각</translation>
    </message>
    <message>
        <source>Restore window</source>
        <translation>복원 가능 기간</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln일</numerusform>
        </translation>
    </message>
    <message>
        <source>Export path</source>
        <translation>내보내기 경로</translation>
    </message>
    <message>
        <source>With names of organization and project</source>
        <translation>조직 및 프로젝트 이름 사용</translation>
    </message>
    <message>
        <source>With IDs of organization and project</source>
        <translation>조직 및 프로젝트 ID 사용</translation>
    </message>
    <message>
        <source>Snapshot copies</source>
        <translation>스냅샷 사본</translation>
    </message>
    <message>
        <source>Copies by policy item</source>
        <translation>정책 항목별 복사</translation>
    </message>
    <message>
        <source>Automatic copies</source>
        <translation>자동 복사</translation>
    </message>
    <message>
        <source>Extra retention</source>
        <translation>추가 보존 기간</translation>
    </message>
    <message>
        <source>Policy ID</source>
        <translation>정책 ID</translation>
    </message>
</context>
<context>
    <name>buckets::ConnectionTest</name>
    <message numerus="yes">
        <source>Signed in. %Ln project(s).</source>
        <translation>
            <numerusform>로그인했습니다. 프로젝트 %Ln개를 찾았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>로그인했습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 requests left in the rate limit.</source>
        <translation>속도 제한에서 요청 %2개 중 %1개가 남았습니다.</translation>
    </message>
</context>
<context>
    <name>buckets::Inventory</name>
    <message numerus="yes">
        <source>%Ln bucket(s)</source>
        <translation>
            <numerusform>버킷 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2+ projects, %3</source>
        <extracomment>Projects read, of so many and more: the list of projects is still being read.</extracomment>
        <translation>프로젝트 %2개 이상 중 %1개, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln project(s), %2</source>
        <extracomment>e.g. 37 of 250 projects, 18,400 buckets</extracomment>
        <translation>
            <numerusform>프로젝트 %Ln개 중 %1개, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln project(s)</source>
        <extracomment>e.g. 100,312 buckets in 250 projects</extracomment>
        <translation>
            <numerusform>프로젝트 %Ln개에 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>현재까지 %1</translation>
    </message>
    <message>
        <source>Loading projects…</source>
        <translation>프로젝트 불러오는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 of %Ln project(s)</source>
        <extracomment>e.g. 100,312 buckets in 248 of 250 projects</extracomment>
        <translation>
            <numerusform>프로젝트 %Ln개 중 %2개에 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1(일부)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) not read</source>
        <translation>
            <numerusform>읽지 못한 프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) changed during loading</source>
        <translation>
            <numerusform>불러오는 동안 변경된 프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) with entries left out</source>
        <translation>
            <numerusform>일부 항목을 제외한 프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>project list incomplete</source>
        <translation>프로젝트 목록 일부만 불러옴</translation>
    </message>
    <message numerus="yes">
        <source>Retrying %Ln project(s) in %1 s</source>
        <translation>
            <numerusform>%1초 후 프로젝트 %Ln개 다시 시도</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Cloud Manager project(s)</source>
        <translation>
            <numerusform>Cloud Manager 프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) unable to export snapshots</source>
        <translation>
            <numerusform>스냅샷을 내보낼 수 없는 프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, loaded %2</source>
        <extracomment>e.g. 18,400 buckets, loaded 3 hours ago</extracomment>
        <translation>%1, %2에 불러옴</translation>
    </message>
    <message>
        <source>%1, the others loaded %2</source>
        <extracomment>e.g. 37 of 250 projects, 18,400 buckets, the others loaded 3 hours ago</extracomment>
        <translation>%1, 나머지는 %2에 불러옴</translation>
    </message>
</context>
<context>
    <name>buckets::JobText</name>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>대기 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in progress</source>
        <translation>
            <numerusform>진행 중 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln successful</source>
        <translation>
            <numerusform>성공 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>실패 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>취소 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in another state</source>
        <translation>
            <numerusform>기타 상태 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message numerus="yes">
        <source>Latest %Ln export job(s): %1</source>
        <translation>
            <numerusform>최근 내보내기 작업 %Ln개: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
</context>
<context>
    <name>buckets::LastExportText</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>✕ failed %1× · worked %2</source>
        <translation>✕ 최근 %1회 실패 · %2 성공</translation>
    </message>
    <message>
        <source>✕ failed %1× · never worked</source>
        <translation>✕ 최근 %1회 실패 · 성공한 적 없음</translation>
    </message>
    <message>
        <source>✕ %1 of %2 clusters: failed %3× · worked %4</source>
        <translation>✕ 클러스터 %2개 중 %1개: 최근 %3회 실패 · %4 성공</translation>
    </message>
    <message>
        <source>✕ %1 of %2 clusters: failed %3× · never worked</source>
        <translation>✕ 클러스터 %2개 중 %1개: 최근 %3회 실패 · 성공한 적 없음</translation>
    </message>
    <message>
        <source>%1 · worked %2</source>
        <translation>%1 · %2 성공</translation>
    </message>
    <message>
        <source>%1 · never worked</source>
        <translation>%1 · 성공한 적 없음</translation>
    </message>
    <message>
        <source>The last successful export ended at %1.</source>
        <translation>마지막으로 성공한 내보내기는 %1에 끝났습니다.</translation>
    </message>
    <message>
        <source>No export has succeeded yet.</source>
        <translation>아직 성공한 내보내기가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1: the last %Ln export(s) failed, most recently at %2.</source>
        <translation>
            <numerusform>%1: 최근 내보내기 %Ln건이 연속으로 실패했으며, 가장 최근은 %2입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>✓ worked %1</source>
        <translation>✓ %1 성공</translation>
    </message>
    <message numerus="yes">
        <source>The exports of %Ln more cluster(s) also fail.</source>
        <translation>
            <numerusform>다른 클러스터 %Ln개의 내보내기도 실패합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports fail, %Ln in a row, last worked on %1</source>
        <translation>
            <numerusform>최근 내보내기 %Ln회 실패, 마지막 성공 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports fail, %Ln in a row, never worked</source>
        <translation>
            <numerusform>최근 내보내기 %Ln회 실패, 성공한 적 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports of %1 of %2 clusters fail, %Ln in a row, last worked on %3</source>
        <translation>
            <numerusform>클러스터 %2개 중 %1개 내보내기 실패, %Ln회 연속, 마지막 성공 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports of %1 of %2 clusters fail, %Ln in a row, never worked</source>
        <translation>
            <numerusform>클러스터 %2개 중 %1개 내보내기 실패, %Ln회 연속, 성공한 적 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>last export: %1, last worked on %2</source>
        <extracomment>%1 is the state of an export job, such as In progress.</extracomment>
        <translation>마지막 내보내기: %1, 마지막 성공 %2</translation>
    </message>
    <message>
        <source>last export: %1, never worked</source>
        <translation>마지막 내보내기: %1, 성공한 적 없음</translation>
    </message>
    <message>
        <source>never exported</source>
        <translation>내보낸 적 없음</translation>
    </message>
    <message>
        <source>last export worked on %1</source>
        <translation>마지막 내보내기 %1 성공</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of the latest failed</source>
        <extracomment>%1 is when an export last worked.</extracomment>
        <translation>
            <numerusform>%1, 최근 작업 중 %Ln개 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <extracomment>How the exports to a bucket stand.</extracomment>
        <translation>✕ 실패</translation>
    </message>
    <message>
        <source>▸ In progress</source>
        <extracomment>How the exports to a bucket stand.</extracomment>
        <translation>▸ 진행 중</translation>
    </message>
    <message>
        <source>– Cancelled</source>
        <extracomment>How the exports to a bucket stand.</extracomment>
        <translation>– 취소됨</translation>
    </message>
    <message>
        <source>? Unknown state</source>
        <extracomment>How the exports to a bucket stand.</extracomment>
        <translation>? 알 수 없는 상태</translation>
    </message>
    <message>
        <source>✓ Worked</source>
        <extracomment>How the exports to a bucket stand.</extracomment>
        <translation>✓ 성공</translation>
    </message>
    <message numerus="yes">
        <source>None in %Ln day(s)</source>
        <translation>
            <numerusform>최근 %Ln일간 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Not loaded</source>
        <extracomment>The export jobs of a bucket.</extracomment>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>Atlas: %1</source>
        <translation>Atlas: %1</translation>
    </message>
</context>
<context>
    <name>buckets::ProjectList</name>
    <message>
        <source>The project list has too many pages. Loading stopped after page %1.</source>
        <translation>프로젝트 목록이 너무 깁니다. %1페이지에서 불러오기를 중지했습니다.</translation>
    </message>
</context>
<context>
    <name>buckets::ScheduleText</name>
    <message numerus="yes">
        <source>every %Ln day(s)</source>
        <translation>
            <numerusform>%Ln일마다</numerusform>
        </translation>
    </message>
    <message>
        <source>every %1</source>
        <extracomment>%1 is a day of the week.</extracomment>
        <translation>매주 %1</translation>
    </message>
    <message>
        <source>on the last day of the month</source>
        <translation>매월 마지막 날</translation>
    </message>
    <message>
        <source>on day %1 of the month</source>
        <translation>매월 %1일</translation>
    </message>
    <message numerus="yes">
        <source>every %Ln hour(s)</source>
        <translation>
            <numerusform>%Ln시간마다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln day(s)</source>
        <translation>
            <numerusform>%Ln일간 보존</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln week(s)</source>
        <translation>
            <numerusform>%Ln주간 보존</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln month(s)</source>
        <translation>
            <numerusform>%Ln개월간 보존</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln year(s)</source>
        <translation>
            <numerusform>%Ln년간 보존</numerusform>
        </translation>
    </message>
    <message>
        <source>kept for %1 %2</source>
        <extracomment>%1 is a number, %2 a unit of time in Atlas&apos;s own word.</extracomment>
        <translation>%1 %2 보존</translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln snapshot(s)</source>
        <translation>
            <numerusform>최신 스냅샷 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>with the oplog</source>
        <translation>oplog 포함</translation>
    </message>
    <message>
        <source>without the oplog</source>
        <translation>oplog 제외</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>구역 %1</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>매주</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>매월</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>매년</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>시간별</translation>
    </message>
    <message>
        <source>on demand</source>
        <translation>주문형</translation>
    </message>
    <message>
        <source>on %1 1</source>
        <extracomment>%1 is a month, as in “on March 1”.</extracomment>
        <translation>매년 %1 1일</translation>
    </message>
</context>
<context>
    <name>headless::ChangesRun</name>
    <message>
        <source>No reading that old is kept. The oldest is from %1.</source>
        <translation>그만큼 오래된 기록이 없습니다. 가장 오래된 기록의 시각은 %1입니다.</translation>
    </message>
    <message>
        <source>This is the first reading of this account. Changes are listed from the next run on.</source>
        <translation>이 계정의 첫 번째 기록입니다. 변경 사항은 다음 실행부터 표시됩니다.</translation>
    </message>
    <message>
        <source>No earlier reading of this account is kept, and this one is not kept either.</source>
        <translation>이 계정의 이전 기록이 없으며, 이번에 불러온 내용도 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Loading who made the changes…</source>
        <translation>누가 변경했는지 불러오는 중…</translation>
    </message>
    <message>
        <source>Who made some of the changes could not be loaded: %1</source>
        <translation>일부 변경 사항을 누가 변경했는지 불러오지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>headless::Command</name>
    <message>
        <source>--%1: use one of %2 (got &quot;%3&quot;).</source>
        <translation>--%1: %2 중 하나를 입력하십시오(입력값: &quot;%3&quot;).</translation>
    </message>
    <message>
        <source>--%1: use %2, an ISO 8601 time, or an age such as 36h or 7d (got &quot;%3&quot;).</source>
        <translation>--%1: %2, ISO 8601 시각, 또는 36h나 7d 같은 기간을 입력하십시오(입력값: &quot;%3&quot;).</translation>
    </message>
    <message>
        <source>--%1: the file %2 does not exist.</source>
        <translation>--%1: 파일 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Unexpected argument &quot;%1&quot;. See --help.</source>
        <translation>예상하지 못한 인수입니다: &quot;%1&quot;. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>Write the result as %1 or %2. The default is %3.</source>
        <translation>결과를 %1 또는 %2 형식으로 출력합니다. 기본값은 %3입니다.</translation>
    </message>
    <message>
        <source>Write to FILE instead of standard output. An existing file is replaced at the end, or kept if the run fails.</source>
        <translation>표준 출력 대신 FILE에 씁니다. 기존 파일은 마지막에 바뀌며, 실행에 실패하면 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Exit with code 1 for findings of this severity or worse: %1 or %2. The default is %3.</source>
        <translation>이 심각도 이상의 발견 사항이 있으면 코드 1로 종료합니다: %1 또는 %2. 기본값은 %3입니다.</translation>
    </message>
    <message>
        <source>Accept the findings in this TOML file. The default is accepted.toml, next to the settings file.</source>
        <translation>이 TOML 파일에 있는 발견 사항을 수락합니다. 기본값은 설정 파일 옆의 accepted.toml입니다.</translation>
    </message>
    <message>
        <source>Compare with the reading at TIME: &quot;%1&quot;, ISO 8601, or an age such as 36h or 7d. The default is %1.</source>
        <translation>TIME 시점의 기록과 비교합니다: &quot;%1&quot;, ISO 8601, 또는 36h나 7d 같은 기간. 기본값은 %1입니다.</translation>
    </message>
    <message>
        <source>Print only errors and security warnings to standard error.</source>
        <translation>표준 오류에는 오류와 보안 경고만 출력합니다.</translation>
    </message>
    <message>
        <source>Load only the project with this ID. Repeat the option for more projects.</source>
        <translation>이 ID의 프로젝트만 불러옵니다. 프로젝트가 여럿이면 옵션을 반복합니다.</translation>
    </message>
    <message>
        <source>List the snapshot export buckets of MongoDB Atlas projects. Read-only.</source>
        <translation>MongoDB Atlas 프로젝트의 스냅샷 내보내기 버킷을 나열합니다. 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>Check the snapshot exports of MongoDB Atlas projects. Read-only.</source>
        <translation>MongoDB Atlas 프로젝트의 스냅샷 내보내기를 점검합니다. 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>List what changed in the snapshot exports of MongoDB Atlas projects since an earlier reading. Read-only.</source>
        <translation>이전 기록 이후 MongoDB Atlas 프로젝트의 스냅샷 내보내기에서 변경된 내용을 나열합니다. 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>Start with a command: %1. See --help.</source>
        <translation>명령부터 입력하십시오: %1. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>List only the buckets that match WORDS, as in the window’s filter: %1.</source>
        <translation>창의 필터처럼 WORDS와 일치하는 버킷만 표시합니다: %1.</translation>
    </message>
    <message>
        <source>Do not save loaded data on this computer.</source>
        <translation>불러온 내용을 이 컴퓨터에 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>--%1: %2 is a folder. Enter a file name.</source>
        <translation>--%1: %2은(는) 폴더입니다. 파일 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>--%1: %2 is not a regular file.</source>
        <translation>--%1: %2은(는) 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>Stop after SECONDS (%1 to %2), even if not everything is loaded.</source>
        <translation>모두 불러오지 못했더라도 SECONDS초(%1~%2)가 지나면 중지합니다.</translation>
    </message>
</context>
<context>
    <name>headless::Examination</name>
    <message>
        <source>The time limit passed before anything was loaded.</source>
        <translation>아무것도 불러오기 전에 제한 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>The time limit passed before everything was loaded.</source>
        <translation>모두 불러오기 전에 제한 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>The project list is incomplete: %1.</source>
        <translation>프로젝트 목록을 일부만 불러왔습니다: %1.</translation>
    </message>
</context>
<context>
    <name>headless::ExitCode</name>
    <message>
        <source>Done.</source>
        <translation>완료했습니다.</translation>
    </message>
    <message>
        <source>Done. Nothing changed.</source>
        <translation>완료했습니다. 변경된 내용이 없습니다.</translation>
    </message>
    <message>
        <source>Done. Something changed.</source>
        <translation>완료했습니다. 변경된 내용이 있습니다.</translation>
    </message>
    <message>
        <source>The arguments, the environment or the output file cannot be used.</source>
        <translation>인수, 환경 변수 또는 출력 파일을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Done. No finding reaches the severity of --fail-on.</source>
        <translation>완료했습니다. --fail-on 심각도 이상의 발견 사항이 없습니다.</translation>
    </message>
    <message>
        <source>Done. Some findings reach the severity of --fail-on.</source>
        <translation>완료했습니다. --fail-on 심각도 이상의 발견 사항이 있습니다.</translation>
    </message>
    <message>
        <source>Atlas could not be reached, or the time limit passed too early.</source>
        <translation>Atlas에 연결할 수 없거나 제한 시간이 너무 일찍 지났습니다.</translation>
    </message>
    <message>
        <source>Signing in was refused, or no credential was given.</source>
        <translation>로그인이 거부되었거나 자격 증명이 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Something could not be loaded. Standard error lists it, unless --quiet is given. If a critical finding reaches the severity of --fail-on, the code is 1 instead.</source>
        <translation>일부를 불러올 수 없습니다. --quiet를 지정하지 않으면 그 목록이 표준 오류에 나옵니다. 심각한 발견 사항이 --fail-on 심각도에 해당하면 코드는 1입니다.</translation>
    </message>
    <message>
        <source>Something could not be loaded. Standard error lists it, unless --quiet is given.</source>
        <translation>일부를 불러올 수 없습니다. --quiet를 지정하지 않으면 그 목록이 표준 오류에 나옵니다.</translation>
    </message>
    <message>
        <source>Ended by signal N, after the token was revoked.</source>
        <translation>신호 N으로 종료되었습니다. 토큰은 그 전에 해지했습니다.</translation>
    </message>
</context>
<context>
    <name>headless::Help</name>
    <message>
        <source>Sign-in:</source>
        <translation>로그인:</translation>
    </message>
    <message>
        <source>What to load:</source>
        <translation>불러올 내용:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>결과:</translation>
    </message>
    <message>
        <source>Other options:</source>
        <translation>기타 옵션:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>종료 코드:</translation>
    </message>
    <message>
        <source>Commands without a window:</source>
        <translation>창 없이 실행하는 명령:</translation>
    </message>
    <message>
        <source>See &quot;%1&quot; for the options of a command.</source>
        <translation>명령의 옵션은 &quot;%1&quot;을 참고하십시오.</translation>
    </message>
</context>
<context>
    <name>headless::ListRun</name>
    <message>
        <source>The time limit passed before anything was loaded.</source>
        <translation>아무것도 불러오기 전에 제한 시간이 지났습니다.</translation>
    </message>
</context>
<context>
    <name>headless::OutputFile</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1에 쓸 수 없습니다: %2.</translation>
    </message>
</context>
<context>
    <name>headless::Program</name>
    <message>
        <source>No credentials. Name a saved profile with --profile, or set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET.</source>
        <translation>자격 증명이 없습니다. --profile로 저장된 프로필을 지정하거나 MONGODB_ATLAS_CLIENT_ID와 MONGODB_ATLAS_CLIENT_SECRET을 설정하십시오.</translation>
    </message>
    <message>
        <source>The time limit passed before signing in.</source>
        <translation>로그인하기 전에 제한 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>Warning: other users of this computer can change the settings file %1 and redirect your sign-ins to another server. Make the file and its folder writable only by your user account.</source>
        <translation>경고: 이 컴퓨터의 다른 사용자가 설정 파일 %1을(를) 변경하여 로그인 대상을 다른 서버로 바꿀 수 있습니다. 파일과 그 폴더는 현재 사용자 계정만 쓸 수 있게 하십시오.</translation>
    </message>
    <message>
        <source>Warning: when the profile &quot;%1&quot; was last used, the CA file %2 contained other certificates. If neither you nor your administrator changed it, restore the file: another server could receive your sign-ins.</source>
        <translation>경고: 프로필 &quot;%1&quot;을(를) 마지막으로 사용했을 때 CA 파일 %2에는 다른 인증서가 있었습니다. 사용자나 관리자가 바꾼 것이 아니라면 로그인 정보가 다른 서버로 전달될 수 있으므로 파일을 되돌리십시오.</translation>
    </message>
    <message>
        <source>The time limit passed before the whole result was written.</source>
        <translation>결과를 모두 출력하기 전에 제한 시간이 지났습니다.</translation>
    </message>
</context>
<context>
    <name>headless::Unread</name>
    <message>
        <source>%1: the clusters could not be loaded: %2</source>
        <translation>%1: 클러스터를 불러올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: the backup schedule of %3 could not be loaded: %2</source>
        <translation>%1: %3의 백업 일정을 불러올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: the export jobs of %3 could not be loaded: %2</source>
        <translation>%1: %3의 내보내기 작업을 불러올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: the roles could not be loaded: %2</source>
        <translation>%1: 역할을 불러올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: the alert settings could not be loaded: %2</source>
        <translation>%1: 알림 설정을 불러올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: the export buckets could not be loaded: %2</source>
        <translation>%1: 내보내기 버킷을 불러올 수 없습니다: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more could not be loaded.</source>
        <translation>
            <numerusform>그 밖의 %Ln건을 불러올 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the credential, whether its secret has expired, and the base URL.</source>
        <translation>자격 증명과 기본 URL이 올바른지, 시크릿이 만료되지 않았는지 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>insight::AcceptedFile</name>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1을(를) 열 수 없습니다. %2.</translation>
    </message>
    <message>
        <source>No finding is accepted, because %1 contains an error. %2</source>
        <translation>%1에 오류가 있어 어떤 발견 사항도 수락하지 않습니다. %2</translation>
    </message>
    <message>
        <source>The finding was not accepted, because nothing can be added to %1. %2</source>
        <translation>%1에 추가할 수 없어 발견 사항을 수락하지 않았습니다. %2</translation>
    </message>
    <message>
        <source>Another Bucketscope window is writing to the file, or its folder is not writable.</source>
        <translation>다른 Bucketscope 창에서 파일에 쓰고 있거나 폴더에 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>insight::AcceptedFindings</name>
    <message>
        <source>Line %1: the key %2 is unknown.</source>
        <translation>%1행: 키 %2을(를) 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Line %1: the value of %2 is not valid.</source>
        <translation>%1행: %2의 값이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Line %1: the key %2 is missing.</source>
        <translation>%1행: 키 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Line %1 is not valid TOML: %2.</source>
        <translation>%1행이 올바른 TOML이 아닙니다. %2.</translation>
    </message>
    <message>
        <source>%1 was accepted until %2. That date has passed. Reason given: %3</source>
        <translation>%1의 수락 기한(%2)이 지났습니다. 입력한 사유: %3</translation>
    </message>
    <message>
        <source>The accepted finding %1 no longer exists. Reason given: %2</source>
        <translation>수락한 발견 사항 %1이(가) 더 이상 없습니다. 입력한 사유: %2</translation>
    </message>
</context>
<context>
    <name>insight::BucketFields</name>
    <message>
        <source>This project no longer has this bucket’s role, so exports fail. Set up the role again in Atlas.</source>
        <translation>프로젝트에 이 버킷의 역할이 더 이상 없어 내보내기가 실패합니다. Atlas에서 역할을 다시 설정하십시오.</translation>
    </message>
    <message>
        <source>This bucket’s role is not authorized, so exports fail. Set up its trust policy, then authorize the role in Atlas.</source>
        <translation>이 버킷의 역할이 승인되지 않아 내보내기가 실패합니다. 신뢰 정책을 설정한 후 Atlas에서 역할을 승인하십시오.</translation>
    </message>
    <message>
        <source>This bucket’s service account is not ready (%1). Exports may fail.</source>
        <translation>이 버킷의 서비스 계정이 준비되지 않았습니다(%1). 내보내기가 실패할 수 있습니다.</translation>
    </message>
    <message>
        <source>The role could not be loaded.
%1
%2</source>
        <translation>역할을 불러오지 못했습니다.
%1
%2</translation>
    </message>
</context>
<context>
    <name>insight::Change</name>
    <message>
        <source>Export bucket of %1</source>
        <translation>%1의 내보내기 버킷</translation>
    </message>
    <message>
        <source>Export frequency of %1</source>
        <translation>%1의 내보내기 빈도</translation>
    </message>
    <message>
        <source>Auto export of %1</source>
        <translation>%1의 자동 내보내기</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Project name</source>
        <translation>프로젝트 이름</translation>
    </message>
    <message>
        <source>Export bucket</source>
        <translation>내보내기 버킷</translation>
    </message>
    <message>
        <source>Role authorization</source>
        <translation>역할 승인</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Authorized</source>
        <translation>승인됨</translation>
    </message>
    <message>
        <source>Not authorized</source>
        <translation>승인되지 않음</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>지난번</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>일주일 전</translation>
    </message>
    <message numerus="yes">
        <source>%Ln projects were compared.</source>
        <translation>
            <numerusform>프로젝트 %Ln개를 비교했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes since %1.</source>
        <translation>%1 이후 변경 사항이 없습니다.</translation>
    </message>
    <message>
        <source>%1 added, %2 altered, %3 removed since %4.</source>
        <translation>%4 이후 추가 %1개, 변경 %2개, 제거 %3개입니다.</translation>
    </message>
    <message>
        <source>Loaded in part, so some changes may be missing: %1.</source>
        <translation>%1: 일부만 불러와 변경 사항이 빠졌을 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Loaded in part, so some changes may be missing: %1 and %Ln more.</source>
        <translation>
            <numerusform>%1 외 %Ln개: 일부만 불러와 변경 사항이 빠졌을 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added by %1, %2</source>
        <translation>추가: %1, %2</translation>
    </message>
    <message>
        <source>Removed by %1, %2</source>
        <translation>제거: %1, %2</translation>
    </message>
    <message>
        <source>Altered by %1, %2</source>
        <translation>변경: %1, %2</translation>
    </message>
</context>
<context>
    <name>insight::ErrorHint</name>
    <message>
        <source>Check the profile in Settings.</source>
        <translation>설정에서 프로필을 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the base URL of the profile, then retry.</source>
        <translation>네트워크, 프록시, 프로필의 기본 URL을 확인한 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>In Settings, set the profile’s base URL to a host that the certificate covers, or ask the server administrator for a certificate for this host.</source>
        <translation>설정에서 프로필의 기본 URL을 인증서에 포함된 호스트로 바꾸거나 서버 관리자에게 이 호스트의 인증서를 요청하십시오.</translation>
    </message>
    <message>
        <source>Check this computer’s clock. If it is correct, ask the server administrator to renew the certificate.</source>
        <translation>이 컴퓨터의 시계를 확인하십시오. 시계가 맞으면 서버 관리자에게 인증서 갱신을 요청하십시오.</translation>
    </message>
    <message>
        <source>Check this computer’s clock. If it is correct, tell the server administrator that the certificate is not valid yet.</source>
        <translation>이 컴퓨터의 시계를 확인하십시오. 시계가 맞으면 인증서의 유효 기간이 아직 시작되지 않았다고 서버 관리자에게 알리십시오.</translation>
    </message>
    <message>
        <source>If you trust this certificate, add its file to CA certificates in the profile, or pass it with --ca-certificates.</source>
        <translation>이 인증서를 신뢰하면 프로필의 CA 인증서에 파일을 추가하거나 --ca-certificates로 지정하십시오.</translation>
    </message>
    <message>
        <source>If a company proxy inspects TLS, or the server uses a private CA, add the CA file to CA certificates in the profile, or pass it with --ca-certificates.</source>
        <translation>회사 프록시가 TLS를 검사하거나 서버가 자체 CA를 사용하면 프로필의 CA 인증서에 CA 파일을 추가하거나 --ca-certificates로 지정하십시오.</translation>
    </message>
    <message>
        <source>Do not use this server until its administrator replaces the certificate.</source>
        <translation>서버 관리자가 인증서를 교체할 때까지 이 서버를 사용하지 마십시오.</translation>
    </message>
    <message>
        <source>Ask the server administrator for a certificate that this computer trusts.</source>
        <translation>서버 관리자에게 이 컴퓨터가 신뢰하는 인증서를 요청하십시오.</translation>
    </message>
    <message>
        <source>The proxy (not Atlas) requires a password. Add the user name and password to the proxy address, for example https_proxy=http://user:password@proxy:3128, then restart Bucketscope.</source>
        <translation>Atlas가 아니라 프록시에서 암호를 요구합니다. 프록시 주소에 사용자 이름과 암호를 추가한 후(예: https_proxy=http://user:password@proxy:3128) Bucketscope를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The proxy (not Atlas) rejected the password. Correct the user name and password in the proxy address (for example, in https_proxy), then restart Bucketscope.</source>
        <translation>Atlas가 아니라 프록시에서 암호를 거부했습니다. 프록시 주소(예: https_proxy)의 사용자 이름과 암호를 고친 후 Bucketscope를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Check the proxy address in the system’s network settings or in https_proxy, and make sure that the proxy is running. If you change https_proxy, restart Bucketscope.</source>
        <translation>시스템 네트워크 설정이나 https_proxy의 프록시 주소가 맞는지, 프록시가 실행 중인지 확인하십시오. https_proxy를 바꾸면 Bucketscope를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Ask the proxy administrator to allow connections to this host, or add the host to no_proxy if no proxy is needed.</source>
        <translation>프록시 관리자에게 이 호스트의 연결 허용을 요청하거나, 프록시가 필요 없으면 no_proxy에 호스트를 추가하십시오.</translation>
    </message>
    <message>
        <source>Check the profile’s base URL and the proxy’s user name and password. If they are correct, contact the proxy administrator.</source>
        <translation>프로필의 기본 URL, 프록시의 사용자 이름과 암호를 확인하십시오. 모두 맞으면 프록시 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>Retry. If the problem continues, contact the proxy administrator.</source>
        <translation>다시 시도하십시오. 문제가 계속되면 프록시 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>Check that the base URL of the profile points to Atlas.</source>
        <translation>프로필의 기본 URL이 Atlas인지 확인하십시오.</translation>
    </message>
    <message>
        <source>Retry, or increase the timeout in Settings.</source>
        <translation>다시 시도하거나 설정에서 제한 시간을 늘리십시오.</translation>
    </message>
    <message>
        <source>Check that the profile’s base URL is https://cloud.mongodb.com or https://cloud.mongodbgov.com. If it is, a proxy redirects your requests: contact your network administrator.</source>
        <translation>프로필의 기본 URL이 https://cloud.mongodb.com 또는 https://cloud.mongodbgov.com인지 확인하십시오. 맞다면 프록시가 요청을 리디렉션하는 것이므로 네트워크 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>Retry. If the problem continues, check that the base URL points to Atlas and that no proxy changes its responses.</source>
        <translation>다시 시도하십시오. 문제가 계속되면 기본 URL이 Atlas인지, 프록시가 응답을 바꾸지 않는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Atlas rejected the request. See Detail, and check the request options in Settings.</source>
        <translation>Atlas가 요청을 거부했습니다. 세부 정보를 확인하고, 설정에서 요청 옵션을 확인하십시오.</translation>
    </message>
    <message>
        <source>Atlas does not recognize an ID or name in the request. Refresh the list, then try again.</source>
        <translation>Atlas가 요청의 ID나 이름을 인식하지 못했습니다. 목록을 새로 고친 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Atlas does not recognize a filter value in the request. Try again without that filter.</source>
        <translation>Atlas가 요청의 필터 값을 인식하지 못했습니다. 해당 필터 없이 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Correct the start and the end of the period.</source>
        <translation>기간의 시작과 끝을 고치십시오.</translation>
    </message>
    <message>
        <source>Flex clusters have no export schedule. No action needed.</source>
        <translation>Flex 클러스터에는 내보내기 일정이 없습니다. 조치할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>This is not a flex cluster. Refresh the clusters.</source>
        <translation>Flex 클러스터가 아닙니다. 클러스터를 새로 고치십시오.</translation>
    </message>
    <message>
        <source>This cluster has no cloud backup, so it exports nothing. No action needed.</source>
        <translation>이 클러스터에는 클라우드 백업이 없어 내보내기를 하지 않습니다. 조치할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>This API version cannot show a multi-cloud cluster. Choose a newer version in Settings.</source>
        <translation>이 API 버전은 멀티 클라우드 클러스터를 표시할 수 없습니다. 설정에서 더 새로운 버전을 선택하십시오.</translation>
    </message>
    <message>
        <source>This organization was closed. Contact its Organization Owner, or switch to another profile.</source>
        <translation>이 조직은 폐쇄되었습니다. Organization Owner에게 문의하거나 다른 프로필로 전환하십시오.</translation>
    </message>
    <message>
        <source>Atlas rejected the request. See Detail. If the problem continues, copy the report and contact MongoDB support.</source>
        <translation>Atlas가 요청을 거부했습니다. 세부 정보를 확인하십시오. 문제가 계속되면 보고서를 복사하여 MongoDB 지원팀에 문의하십시오.</translation>
    </message>
    <message>
        <source>The server at %1 is not Atlas, or the path does not exist. Check the base URL of the profile.</source>
        <translation>%1 서버가 Atlas가 아니거나 경로가 없습니다. 프로필의 기본 URL을 확인하십시오.</translation>
    </message>
    <message>
        <source>The response is not from Atlas. Check the base URL of the profile. If it is correct, a proxy or firewall may be in the way: contact your network administrator.</source>
        <translation>Atlas의 응답이 아닙니다. 프로필의 기본 URL을 확인하십시오. 맞다면 프록시나 방화벽일 수 있으니 네트워크 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>This credential does not have the required role. Ask a Project Owner to grant %1 in this project.</source>
        <translation>이 자격 증명에 필요한 역할이 없습니다. Project Owner에게 이 프로젝트의 %1 역할을 요청하십시오.</translation>
    </message>
    <message>
        <source>This credential does not have the required role. See Detail, and ask a Project Owner or Organization Owner to grant it.</source>
        <translation>이 자격 증명에 필요한 역할이 없습니다. 세부 정보를 확인하고 Project Owner나 Organization Owner에게 요청하십시오.</translation>
    </message>
    <message>
        <source>This credential has no access to this project, or the project does not exist. Switch to another profile, or refresh the project list.</source>
        <translation>이 자격 증명은 이 프로젝트에 액세스할 수 없거나, 프로젝트가 존재하지 않습니다. 다른 프로필로 전환하거나 프로젝트 목록을 새로 고치십시오.</translation>
    </message>
    <message>
        <source>This credential has no access to this project or its organization. Switch to another profile.</source>
        <translation>이 자격 증명은 이 프로젝트나 조직에 액세스할 수 없습니다. 다른 프로필로 전환하십시오.</translation>
    </message>
    <message>
        <source>The API key or secret is not valid for this host. Check the profile in Settings.</source>
        <translation>API 키나 시크릿이 이 서버에서 유효하지 않습니다. 설정에서 프로필을 확인하십시오.</translation>
    </message>
    <message>
        <source>Atlas did not accept the access token. Retry to sign in again. If the problem continues, check that the service account still exists and that the base URL of the profile is correct.</source>
        <translation>Atlas가 액세스 토큰을 받아들이지 않았습니다. 다시 시도하면 새로 로그인합니다. 문제가 계속되면 서비스 계정이 아직 있는지, 프로필의 기본 URL이 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Atlas refused this credential. See Detail, and check the profile in Settings.</source>
        <translation>Atlas가 이 자격 증명을 거부했습니다. 세부 정보를 확인하고, 설정에서 프로필을 확인하십시오.</translation>
    </message>
    <message>
        <source>Atlas suspended this organization because of an unpaid invoice. Contact an Organization Billing Admin.</source>
        <translation>미납 청구서 때문에 Atlas가 이 조직을 일시 중지했습니다. Organization Billing Admin에게 문의하십시오.</translation>
    </message>
    <message>
        <source>This organization has no payment method on file. Ask an Organization Billing Admin to add one.</source>
        <translation>이 조직에 등록된 결제 수단이 없습니다. Organization Billing Admin에게 등록을 요청하십시오.</translation>
    </message>
    <message>
        <source>Atlas requires a payment. See Detail, and contact an Organization Billing Admin.</source>
        <translation>Atlas에서 결제를 요구합니다. 세부 정보를 확인하고 Organization Billing Admin에게 문의하십시오.</translation>
    </message>
    <message>
        <source>Add the IP address %1 to the API access list of this API key (not to the project’s IP access list).</source>
        <translation>이 API 키의 API 액세스 목록에 IP 주소 %1을(를) 추가하십시오(프로젝트의 IP 액세스 목록이 아닙니다).</translation>
    </message>
    <message>
        <source>Add the IP address %1 to the API access list of this service account (not to the project’s IP access list).</source>
        <translation>이 서비스 계정의 API 액세스 목록에 IP 주소 %1을(를) 추가하십시오(프로젝트의 IP 액세스 목록이 아닙니다).</translation>
    </message>
    <message>
        <source>Add the IP address %1 to the API access list of this API key or service account (not to the project’s IP access list).</source>
        <translation>이 API 키나 서비스 계정의 API 액세스 목록에 IP 주소 %1을(를) 추가하십시오(프로젝트의 IP 액세스 목록이 아닙니다).</translation>
    </message>
    <message>
        <source>Add this computer’s IP address to the API access list of this API key or service account (not to the project’s IP access list).</source>
        <translation>이 API 키나 서비스 계정의 API 액세스 목록에 이 컴퓨터의 IP 주소를 추가하십시오(프로젝트의 IP 액세스 목록이 아닙니다).</translation>
    </message>
    <message>
        <source>Your organization requires an API access list. In Atlas, add this computer’s IP address to the API access list of this API key or service account.</source>
        <translation>조직에서 API 액세스 목록을 요구합니다. Atlas에서 이 API 키나 서비스 계정의 API 액세스 목록에 이 컴퓨터의 IP 주소를 추가하십시오.</translation>
    </message>
    <message>
        <source>Atlas requires an API access list for some requests, including this one. In Atlas, add this computer’s IP address to the API access list of this API key or service account.</source>
        <translation>Atlas는 이 요청을 포함한 일부 요청에 API 액세스 목록을 요구합니다. Atlas에서 이 API 키나 서비스 계정의 API 액세스 목록에 이 컴퓨터의 IP 주소를 추가하십시오.</translation>
    </message>
    <message>
        <source>The plan or configuration of this project or cluster does not include this feature. Another role would not change this. No action needed.</source>
        <translation>이 프로젝트나 클러스터의 요금제 또는 구성에는 이 기능이 없습니다. 역할을 바꿔도 사용할 수 없습니다. 조치할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>This credential does not have permission. This request requires the %1 role. See Detail.</source>
        <translation>이 자격 증명에는 권한이 없습니다. 이 요청에는 %1 역할이 필요합니다. 세부 정보를 확인하십시오.</translation>
    </message>
    <message>
        <source>This credential does not have permission. See Detail.</source>
        <translation>이 자격 증명에는 권한이 없습니다. 세부 정보를 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 blocked the request. A proxy or firewall may be in the way: contact your network administrator.</source>
        <translation>%1에서 요청을 차단했습니다. 프록시나 방화벽일 수 있으니 네트워크 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>The project was deleted, or its ID is wrong. Refresh the project list.</source>
        <translation>프로젝트가 삭제되었거나 ID가 틀렸습니다. 프로젝트 목록을 새로 고치십시오.</translation>
    </message>
    <message>
        <source>The organization was deleted, or its ID is wrong. Switch to another profile.</source>
        <translation>조직이 삭제되었거나 ID가 틀렸습니다. 다른 프로필로 전환하십시오.</translation>
    </message>
    <message>
        <source>The export bucket was deleted after the list was loaded. Refresh the list.</source>
        <translation>목록을 불러온 뒤에 내보내기 버킷이 삭제되었습니다. 목록을 새로 고치십시오.</translation>
    </message>
    <message>
        <source>The cluster was deleted after the list was loaded. Refresh the list.</source>
        <translation>목록을 불러온 뒤에 클러스터가 삭제되었습니다. 목록을 새로 고치십시오.</translation>
    </message>
    <message>
        <source>This cluster has no export schedule. No action needed.</source>
        <translation>이 클러스터에는 내보내기 일정이 없습니다. 조치할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>The export job or snapshot has expired. Refresh the export jobs.</source>
        <translation>내보내기 작업이나 스냅샷이 만료되었습니다. 내보내기 작업을 새로 고치십시오.</translation>
    </message>
    <message>
        <source>This item was deleted after the list was loaded. Refresh the list.</source>
        <translation>목록을 불러온 뒤에 이 항목이 삭제되었습니다. 목록을 새로 고치십시오.</translation>
    </message>
    <message>
        <source>Atlas could not find this resource. It may have been deleted. Refresh, then check the ID.</source>
        <translation>Atlas에서 리소스를 찾을 수 없습니다. 삭제되었을 수 있습니다. 새로 고친 후 ID를 확인하십시오.</translation>
    </message>
    <message>
        <source>The current state of the project or cluster does not allow this request. Try again in a few minutes.</source>
        <translation>프로젝트나 클러스터의 현재 상태에서는 이 요청을 처리할 수 없습니다. 몇 분 후에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>This API version is not available. Choose another in Settings.</source>
        <translation>이 API 버전은 사용할 수 없습니다. 설정에서 다른 버전을 선택하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. Wait %Ln second(s), then try again.</source>
        <translation>
            <numerusform>요청이 너무 많습니다. %Ln초 후에 다시 시도하십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many requests. Wait a minute, then try again.</source>
        <translation>요청이 너무 많습니다. 1분 후에 다시 시도하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>Atlas still has problems after %Ln retries. Try again later, or check status.mongodb.com.</source>
        <translation>
            <numerusform>%Ln번 다시 시도했지만 Atlas의 문제가 계속됩니다. 나중에 다시 시도하거나 status.mongodb.com을 확인하십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>Atlas is having problems. Try again later, or check status.mongodb.com.</source>
        <translation>Atlas에 문제가 발생했습니다. 나중에 다시 시도하거나 status.mongodb.com을 확인하십시오.</translation>
    </message>
    <message>
        <source>Atlas or a proxy is having problems. Try again later, or check status.mongodb.com.</source>
        <translation>Atlas나 프록시에 문제가 있습니다. 나중에 다시 시도하거나 status.mongodb.com을 확인하십시오.</translation>
    </message>
    <message>
        <source>The client ID or secret is wrong or has expired. Create a new secret in Atlas, then enter it in Settings.</source>
        <translation>클라이언트 ID나 시크릿이 틀렸거나 만료되었습니다. Atlas에서 새 시크릿을 만든 후 설정에 입력하십시오.</translation>
    </message>
    <message>
        <source>The service account has reached its limit of 100 active tokens. Wait up to an hour for one to expire, or revoke unused tokens.</source>
        <translation>서비스 계정의 활성 토큰이 한도인 100개에 도달했습니다. 토큰이 만료될 때까지(최대 1시간) 기다리거나 사용하지 않는 토큰을 해지하십시오.</translation>
    </message>
    <message>
        <source>The server did not understand the sign-in request. Check that the base URL of the profile points to Atlas. If it does, copy the report and report the problem.</source>
        <translation>서버가 로그인 요청을 이해하지 못했습니다. 프로필의 기본 URL이 Atlas인지 확인하십시오. 맞다면 보고서를 복사하여 문제를 알려 주십시오.</translation>
    </message>
    <message>
        <source>The client ID or secret is not valid for this host. Check the profile in Settings.</source>
        <translation>클라이언트 ID나 시크릿이 이 서버에서 유효하지 않습니다. 설정에서 프로필을 확인하십시오.</translation>
    </message>
    <message>
        <source>The proxy (not Atlas) requires a sign-in such as NTLM or Negotiate (Kerberos). Bucketscope supports Basic and Digest only. Ask the proxy administrator to allow one of these, or connect through a local proxy that signs in for you.</source>
        <translation>Atlas가 아니라 프록시에서 NTLM이나 Negotiate(Kerberos) 같은 인증을 요구합니다. Bucketscope는 Basic과 Digest만 지원합니다. 프록시 관리자에게 둘 중 하나를 허용해 달라고 요청하거나, 인증을 대신 처리하는 로컬 프록시를 통해 연결하십시오.</translation>
    </message>
    <message>
        <source>The server’s TLS may be too old: Bucketscope requires TLS 1.3, or TLS 1.2 with ECDHE and AEAD cipher suites. Check the profile’s base URL, or contact the server administrator.</source>
        <translation>서버의 TLS가 너무 오래된 것일 수 있습니다. Bucketscope를 사용하려면 TLS 1.3 또는 ECDHE 및 AEAD 암호 제품군을 사용하는 TLS 1.2가 필요합니다. 프로필의 기본 URL을 확인하거나 서버 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>A proxy or gateway in front of the server sends interim responses, which Bucketscope does not support. Retry. If the problem continues, contact your network administrator.</source>
        <translation>서버 앞의 프록시나 게이트웨이에서 Bucketscope가 지원하지 않는 중간 응답을 보냅니다. 다시 시도하십시오. 문제가 계속되면 네트워크 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>The server did not respond, or its response header is too large (more than 100 lines). Retry. If the problem continues, check the profile’s base URL, or contact your network administrator.</source>
        <translation>서버가 응답하지 않았거나 응답 헤더가 너무 큽니다(100줄 초과). 다시 시도하십시오. 문제가 계속되면 프로필의 기본 URL을 확인하거나 네트워크 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>Retry. If the problem continues, a proxy or gateway may have changed the response: contact your network administrator.</source>
        <translation>다시 시도하십시오. 문제가 계속되면 프록시나 게이트웨이가 응답을 바꾼 것일 수 있으니 네트워크 관리자에게 문의하십시오.</translation>
    </message>
    <message>
        <source>This credential does not have the required role. Ask an Organization Owner to grant %1 in this organization.</source>
        <translation>이 자격 증명에 필요한 역할이 없습니다. Organization Owner에게 이 조직의 %1 역할을 요청하십시오.</translation>
    </message>
    <message>
        <source>This project or organization belongs to Cloud Manager, so it has no export buckets. Select another one.</source>
        <translation>Cloud Manager의 프로젝트나 조직이므로 내보내기 버킷이 없습니다. 다른 항목을 선택하십시오.</translation>
    </message>
    <message>
        <source>Atlas took too long to count. If “Ask for the total count” is on in Settings, turn it off. Otherwise, try again later.</source>
        <translation>Atlas에서 개수를 세는 데 시간이 너무 오래 걸렸습니다. 설정에서 “전체 개수 요청”이 켜져 있으면 끄십시오. 그렇지 않으면 나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>This server does not offer this request. Another API version in Settings would not change this. No action needed.</source>
        <translation>이 서버에서는 이 요청을 사용할 수 없습니다. 설정에서 API 버전을 바꿔도 사용할 수 없습니다. 조치할 필요가 없습니다.</translation>
    </message>
</context>
<context>
    <name>insight::ErrorLine</name>
    <message>
        <source>Atlas: %1</source>
        <extracomment>%1 is what Atlas says, in English.</extracomment>
        <translation>Atlas: %1</translation>
    </message>
</context>
<context>
    <name>insight::Finding</name>
    <message>
        <source>Add an alert with a recipient in the project alerts of Atlas, or with: atlas alerts settings create --event %1 --enabled</source>
        <translation>Atlas의 프로젝트 알림에서 수신자가 있는 알림을 추가하거나 다음 명령으로 알림을 설정하십시오. atlas alerts settings create --event %1 --enabled</translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1 is registered %Ln time(s) in this project, with the same role.</source>
        <translation>
            <numerusform>버킷 %1이(가) 이 프로젝트에 같은 역할로 %Ln번 등록되어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the registration that backup schedules use, and remove the others with: atlas backups exports buckets delete</source>
        <translation>백업 일정에서 사용하는 등록은 유지하고 나머지 버킷 등록은 다음 명령으로 제거하십시오. atlas backups exports buckets delete</translation>
    </message>
    <message numerus="yes">
        <source>No auto export goes to bucket %1, and no cluster of this project has exported to it in the last %Ln day(s).</source>
        <translation>
            <numerusform>버킷 %1을(를) 사용하는 자동 내보내기가 없고, 최근 %Ln일 동안 이 프로젝트의 어떤 클러스터도 이 버킷으로 내보내지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last export of cluster %1 to bucket %2 failed.</source>
        <translation>클러스터 %1에서 버킷 %2(으)로의 마지막 내보내기가 실패했습니다.</translation>
    </message>
    <message>
        <source>In Atlas, check that the cluster takes %2 snapshots, and check its export jobs with: atlas backups exports jobs list %1</source>
        <translation>Atlas에서 클러스터의 스냅샷(%2)이 생성되는지 확인하고 다음 명령으로 내보내기 작업을 확인하십시오. atlas backups exports jobs list %1</translation>
    </message>
    <message>
        <source>Fix the cause, then wait for the next auto export, or export a snapshot now with: atlas backups exports jobs create</source>
        <translation>원인을 해결한 후 다음 자동 내보내기를 기다리거나 다음 명령으로 지금 스냅샷을 내보내십시오. atlas backups exports jobs create</translation>
    </message>
    <message>
        <source>Fix the cause, then export the snapshot again with: atlas backups exports jobs create</source>
        <translation>원인을 해결한 후 다음 명령으로 스냅샷을 다시 내보내십시오. atlas backups exports jobs create</translation>
    </message>
    <message numerus="yes">
        <source>The last successful export of cluster %1 to bucket %2 ended %Ln day(s) ago, although its frequency is %3.</source>
        <translation>
            <numerusform>클러스터 %1에서 버킷 %2(으)로의 내보내기 빈도는 %3이지만, 마지막으로 성공한 내보내기가 %Ln일 전에 끝났습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Auto export of cluster %1 to bucket %2 (%3) has been on for at least %Ln day(s), but no export has succeeded.</source>
        <translation>
            <numerusform>클러스터 %1에서 버킷 %2(으)로의 자동 내보내기(%3)가 %Ln일 이상 켜져 있지만, 성공한 내보내기가 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Auto export of cluster %1 to bucket %2 is on, but no export has succeeded in the last %Ln day(s).</source>
        <translation>
            <numerusform>클러스터 %1에서 버킷 %2(으)로의 자동 내보내기가 켜져 있지만, 최근 %Ln일 동안 성공한 내보내기가 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto export of cluster %1 to bucket %2 is on, but no export has succeeded yet.</source>
        <translation>클러스터 %1에서 버킷 %2(으)로의 자동 내보내기가 켜져 있지만, 아직 성공한 내보내기가 없습니다.</translation>
    </message>
    <message>
        <source>Wait for the next %1 snapshot, then check exports again.</source>
        <translation>다음 스냅샷(%1)을 기다린 후 내보내기를 다시 점검하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln export job(s) of cluster %1 to bucket %2 did not end within 24 hours.</source>
        <translation>
            <numerusform>클러스터 %1에서 버킷 %2(으)로의 내보내기 작업 %Ln개가 24시간 안에 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>requires the role %1</source>
        <translation>%1 역할 필요</translation>
    </message>
    <message>
        <source>loading was stopped</source>
        <translation>불러오기가 중지됨</translation>
    </message>
    <message>
        <source>loading failed</source>
        <translation>불러오지 못함</translation>
    </message>
    <message>
        <source>the list kept changing while it was loaded</source>
        <translation>불러오는 동안 목록이 계속 바뀜</translation>
    </message>
    <message>
        <source>Atlas returned entries that Bucketscope does not understand</source>
        <translation>Atlas가 Bucketscope에서 해석할 수 없는 항목을 반환함</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>아직 불러오지 않음</translation>
    </message>
    <message>
        <source>export jobs of %2 (in the unknown state “%1”)</source>
        <translation>%2의 내보내기 작업(알 수 없는 상태 “%1”)</translation>
    </message>
    <message>
        <source>backup schedules of %2 (%1)</source>
        <translation>%2의 백업 일정(%1)</translation>
    </message>
    <message>
        <source>export jobs of %2 (%1)</source>
        <translation>%2의 내보내기 작업(%1)</translation>
    </message>
    <message>
        <source>regions of %2 (%1)</source>
        <translation>%2의 리전(%1)</translation>
    </message>
    <message>
        <source>export buckets (%1)</source>
        <translation>내보내기 버킷(%1)</translation>
    </message>
    <message>
        <source>clusters (%1)</source>
        <translation>클러스터(%1)</translation>
    </message>
    <message>
        <source>roles (%1)</source>
        <translation>역할(%1)</translation>
    </message>
    <message>
        <source>alert settings (%1)</source>
        <translation>알림 설정(%1)</translation>
    </message>
    <message>
        <source>private endpoints (%1)</source>
        <translation>프라이빗 엔드포인트(%1)</translation>
    </message>
    <message>
        <source>Findings may be missing, because these could not be loaded: %1</source>
        <translation>다음을 불러오지 못해 빠진 발견 사항이 있을 수 있습니다. %1</translation>
    </message>
    <message>
        <source>Ask a Project Owner to grant %1 to this credential, then check exports again.</source>
        <translation>Project Owner에게 이 자격 증명에 %1을(를) 부여하도록 요청한 후 내보내기를 다시 점검하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>The private endpoints of %Ln project(s) were not checked: that requires the role %1.</source>
        <translation>
            <numerusform>프로젝트 %Ln개의 프라이빗 엔드포인트를 점검하지 않았습니다. %1 역할이 필요합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bucket %1 uses role %2, which this project no longer has, so exports to it fail.</source>
        <translation>버킷 %1에서 사용하는 역할 %2이(가) 이 프로젝트에 더 이상 없어 내보내기가 실패합니다.</translation>
    </message>
    <message>
        <source>In Atlas, under Integrations of the project, set up the role again, then register the bucket with the new role.</source>
        <translation>Atlas 프로젝트의 Integrations에서 역할을 다시 설정한 후 새 역할로 버킷을 등록하십시오.</translation>
    </message>
    <message>
        <source>Bucket %1 uses role %2, which was never authorized, so exports to it fail.</source>
        <translation>버킷 %1에서 사용하는 역할 %2이(가) 승인된 적이 없어 내보내기가 실패합니다.</translation>
    </message>
    <message>
        <source>In Atlas, under Integrations of the project, finish the authorization of this role.</source>
        <translation>Atlas 프로젝트의 Integrations에서 이 역할의 승인을 완료하십시오.</translation>
    </message>
    <message>
        <source>Cluster %1 in %3 exports to bucket %2 in %4, which adds costs for data transfer.</source>
        <translation>%3에 있는 클러스터 %1에서 %4에 있는 버킷 %2(으)로 내보내므로 데이터 전송 비용이 추가됩니다.</translation>
    </message>
    <message>
        <source>Register a bucket in %2, then set it with: atlas backups schedule update --clusterName %1 --exportBucketId ID</source>
        <translation>%2에 있는 버킷을 등록한 후 다음 명령으로 설정하십시오. atlas backups schedule update --clusterName %1 --exportBucketId ID</translation>
    </message>
    <message>
        <source>Bucket %2 requires private networking, but no active private endpoint leads from cluster %1 in %3 to %4, so exports fail.</source>
        <translation>버킷 %2에는 프라이빗 네트워크가 필요하지만, %3에 있는 클러스터 %1에서 %4(으)로 연결되는 활성 프라이빗 엔드포인트가 없어 내보내기가 실패합니다.</translation>
    </message>
    <message>
        <source>In Atlas, create a private endpoint for backup exports from %1 to %2, or turn off private networking for the bucket.</source>
        <translation>Atlas에서 %1에서 %2(으)로의 백업 내보내기용 프라이빗 엔드포인트를 만들거나 버킷의 프라이빗 네트워크를 끄십시오.</translation>
    </message>
    <message>
        <source>Last export failed</source>
        <translation>마지막 내보내기 실패</translation>
    </message>
    <message>
        <source>Export overdue</source>
        <translation>내보내기 지연</translation>
    </message>
    <message>
        <source>No successful export yet</source>
        <translation>아직 성공한 내보내기 없음</translation>
    </message>
    <message>
        <source>Auto export never runs</source>
        <translation>실행되지 않는 자동 내보내기</translation>
    </message>
    <message>
        <source>Export bucket missing</source>
        <translation>내보내기 버킷 없음</translation>
    </message>
    <message>
        <source>Role missing</source>
        <translation>역할 없음</translation>
    </message>
    <message>
        <source>Role not authorized</source>
        <translation>승인되지 않은 역할</translation>
    </message>
    <message>
        <source>Export stuck</source>
        <translation>멈춘 내보내기</translation>
    </message>
    <message>
        <source>Registered more than once</source>
        <translation>두 번 이상 등록됨</translation>
    </message>
    <message>
        <source>Export to another region</source>
        <translation>다른 리전으로 내보내기</translation>
    </message>
    <message>
        <source>No alert for failed exports</source>
        <translation>실패한 내보내기 알림 없음</translation>
    </message>
    <message>
        <source>Private endpoint missing</source>
        <translation>프라이빗 엔드포인트 없음</translation>
    </message>
    <message>
        <source>Bucket still set, auto export off</source>
        <translation>버킷 설정 남음, 자동 내보내기 꺼짐</translation>
    </message>
    <message>
        <source>Backups without auto export</source>
        <translation>자동 내보내기 없는 백업</translation>
    </message>
    <message>
        <source>Unused export bucket</source>
        <translation>사용하지 않는 내보내기 버킷</translation>
    </message>
    <message>
        <source>Shared by several projects</source>
        <translation>여러 프로젝트에서 공유</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>Auto export of cluster %1 is on, but its backup schedule names no export bucket, so nothing is exported.</source>
        <translation>클러스터 %1의 자동 내보내기가 켜져 있지만 백업 일정에 내보내기 버킷이 없어 아무것도 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Set a bucket with: atlas backups schedule update --clusterName %1 --exportBucketId ID</source>
        <translation>다음 명령으로 버킷을 설정하십시오. atlas backups schedule update --clusterName %1 --exportBucketId ID</translation>
    </message>
    <message>
        <source>Auto export of cluster %1 is on, but its backup policy takes no %2 snapshots, so nothing is exported.</source>
        <translation>클러스터 %1의 자동 내보내기가 켜져 있지만 백업 정책이 해당 빈도(%2)의 스냅샷을 만들지 않아 아무것도 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>In Atlas, add a policy item with the frequency %2 to the backup schedule, or change the frequency of the export with: atlas backups schedule update --clusterName %1 --exportFrequencyType</source>
        <translation>Atlas에서 백업 일정에 빈도가 %2인 정책 항목을 추가하거나 다음 명령으로 내보내기 빈도를 변경하십시오. atlas backups schedule update --clusterName %1 --exportFrequencyType</translation>
    </message>
    <message>
        <source>Auto export of cluster %1 goes to bucket %2, which is not registered in this project.</source>
        <translation>클러스터 %1의 자동 내보내기 대상인 버킷 %2이(가) 이 프로젝트에 등록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Register the bucket in Atlas, then set the new ID with: atlas backups schedule update --clusterName %1 --exportBucketId ID</source>
        <translation>Atlas에 버킷을 등록한 후 다음 명령으로 새 ID를 설정하십시오. atlas backups schedule update --clusterName %1 --exportBucketId ID</translation>
    </message>
    <message>
        <source>Bucket %2 is still set in the backup schedule of cluster %1, but auto export is off, so nothing is exported.</source>
        <translation>클러스터 %1의 백업 일정에 버킷 %2의 설정이 남아 있지만 자동 내보내기가 꺼져 있어 아무것도 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Cluster %1 has backups, but auto export is off, so its snapshots stay in Atlas.</source>
        <translation>클러스터 %1에 백업이 있지만 자동 내보내기가 꺼져 있어 스냅샷이 Atlas에만 있습니다.</translation>
    </message>
    <message>
        <source>If snapshots should be exported, turn on auto export with: atlas backups schedule update --clusterName %1 --autoExport --exportBucketId ID --exportFrequencyType monthly</source>
        <translation>스냅샷을 내보내려면 다음 명령으로 자동 내보내기를 켜십시오. atlas backups schedule update --clusterName %1 --autoExport --exportBucketId ID --exportFrequencyType monthly</translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1 is registered in %Ln project(s).</source>
        <translation>
            <numerusform>버킷 %1이(가) 프로젝트 %Ln개에 등록되어 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1 is registered in at least %Ln project(s).</source>
        <translation>
            <numerusform>버킷 %1이(가) 프로젝트 %Ln개 이상에 등록되어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that these projects are meant to share a bucket. If not, register a separate bucket in each project.</source>
        <translation>이 프로젝트들이 버킷을 공유해야 하는지 확인하십시오. 그렇지 않으면 프로젝트마다 별도의 버킷을 등록하십시오.</translation>
    </message>
    <message>
        <source>No alert of Atlas reports failed exports, or auto exports that could not start, although auto export is on.</source>
        <translation>자동 내보내기가 켜져 있지만, 실패한 내보내기나 시작하지 못한 자동 내보내기에 대한 Atlas 알림이 없습니다.</translation>
    </message>
    <message>
        <source>No alert of Atlas reports failed exports, although auto export is on.</source>
        <translation>자동 내보내기가 켜져 있지만, 실패한 내보내기에 대한 Atlas 알림이 없습니다.</translation>
    </message>
    <message>
        <source>No alert of Atlas reports auto exports that could not start, although auto export is on.</source>
        <translation>자동 내보내기가 켜져 있지만, 시작하지 못한 자동 내보내기에 대한 Atlas 알림이 없습니다.</translation>
    </message>
    <message>
        <source>The alerts of Atlas for failed exports are limited to some clusters and do not include cluster %1, although its auto export is on.</source>
        <translation>클러스터 %1의 자동 내보내기가 켜져 있지만, 실패한 내보내기에 대한 Atlas 알림은 일부 클러스터로 한정되어 이 클러스터를 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>The alerts of Atlas for auto exports that could not start are limited to some clusters and do not include cluster %1, although its auto export is on.</source>
        <translation>클러스터 %1의 자동 내보내기가 켜져 있지만, 시작하지 못한 자동 내보내기에 대한 Atlas 알림은 일부 클러스터로 한정되어 이 클러스터를 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>If nobody needs the bucket, remove its registration (its files stay) with: atlas backups exports buckets delete --bucketId %1</source>
        <translation>버킷이 더 이상 필요하지 않으면 다음 명령으로 등록을 제거하십시오(파일은 그대로 남습니다). atlas backups exports buckets delete --bucketId %1</translation>
    </message>
    <message>
        <source>The last export of cluster %1 to bucket %2 failed. Atlas: %3</source>
        <translation>클러스터 %1에서 버킷 %2(으)로의 마지막 내보내기가 실패했습니다. Atlas: %3</translation>
    </message>
    <message>
        <source>If the export jobs do not end, contact MongoDB support. Check them with: atlas backups exports jobs list %1</source>
        <translation>내보내기 작업이 끝나지 않으면 MongoDB 지원팀에 문의하십시오. 작업은 다음 명령으로 확인하십시오. atlas backups exports jobs list %1</translation>
    </message>
    <message>
        <source>If snapshots should not be exported, no action is needed. If they should, turn on auto export with: atlas backups schedule update --clusterName %1 --autoExport</source>
        <translation>스냅샷을 내보낼 필요가 없으면 조치할 필요가 없습니다. 내보내려면 다음 명령으로 자동 내보내기를 켜십시오. atlas backups schedule update --clusterName %1 --autoExport</translation>
    </message>
    <message>
        <source>Check exports again. If the problem continues, see its hint under Problems in the window.</source>
        <translation>내보내기를 다시 점검하십시오. 문제가 계속되면 창의 “문제”에서 해결 방법을 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>insight::Findings</name>
    <message numerus="yes">
        <source>Checked %1 of %Ln project(s)</source>
        <extracomment>e.g. Checked 120 of 250 projects</extracomment>
        <translation>
            <numerusform>프로젝트 %Ln개 중 %1개 점검</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%Ln분</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · waiting for Atlas’s rate limit</source>
        <extracomment>%1 is “Checked 120 of 250 projects”</extracomment>
        <translation>%1 · Atlas의 속도 제한으로 기다리는 중</translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <extracomment>%1 is “Checked 120 of 250 projects”, %2 “1 min”</extracomment>
        <translation>%1 · 약 %2 남음</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>발견 사항 없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accepted</source>
        <translation>
            <numerusform>수락 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 of %Ln project(s)</source>
        <extracomment>e.g. 3 critical, 5 warnings in 120 of 250 projects</extracomment>
        <translation>
            <numerusform>프로젝트 %Ln개 중 %2개에서 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln project(s)</source>
        <extracomment>e.g. 3 critical, 5 warnings in 250 projects</extracomment>
        <translation>
            <numerusform>프로젝트 %Ln개에서 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>심각</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>정보</translation>
    </message>
    <message numerus="yes">
        <source>%Ln critical</source>
        <translation>
            <numerusform>심각 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>경고 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln info</source>
        <translation>
            <numerusform>정보 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The kind of a finding, and what it says: “Export overdue: The last export ended 3 days ago.”</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>수락: %1</translation>
    </message>
    <message>
        <source>Accepted until %1: %2</source>
        <translation>%1까지 수락: %2</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>아직 점검하지 않음</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <extracomment>%1 is “12 minutes ago”</extracomment>
        <translation>%1 점검</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) not loaded completely</source>
        <translation>
            <numerusform>프로젝트 %Ln개는 일부만 불러옴</numerusform>
        </translation>
    </message>
    <message>
        <source>The check loads the backup schedules, export jobs, roles and alert settings of all projects. It changes nothing.</source>
        <translation>모든 프로젝트의 백업 일정, 내보내기 작업, 역할, 알림 설정을 불러와 점검합니다. 아무것도 변경하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The check loads the backup schedules, export jobs, roles and alert settings of all projects. It changes nothing and sends about %Ln request(s).</source>
        <translation>
            <numerusform>모든 프로젝트의 백업 일정, 내보내기 작업, 역할, 알림 설정을 불러와 점검합니다. 아무것도 변경하지 않으며 요청을 약 %Ln개 보냅니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::HistoryProblem</name>
    <message>
        <source>The readings in %1 were saved by a newer version of Bucketscope. They remain unchanged, and no readings are added.</source>
        <translation>%1의 기록은 더 새로운 버전의 Bucketscope에서 저장했습니다. 기록을 그대로 두고 새 기록을 추가하지 않습니다.</translation>
    </message>
    <message>
        <source>The readings in %1 were damaged. The file was renamed to end in .broken, and a new file was created.</source>
        <translation>%1의 기록이 손상되었습니다. 파일 이름 끝에 .broken을 붙이고 새 파일을 만들었습니다.</translation>
    </message>
    <message>
        <source>Another Bucketscope process is writing to %1. This reading was not saved.</source>
        <translation>다른 Bucketscope 프로세스에서 %1에 쓰고 있어 이번 기록을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The disk is full: this reading was not saved in %1.</source>
        <translation>디스크가 가득 차서 이번 기록을 %1에 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Readings cannot be saved in %1: %2.</source>
        <translation>%1에 기록을 저장할 수 없습니다: %2.</translation>
    </message>
</context>
<context>
    <name>insight::InventoryNotices</name>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) could not be loaded.</source>
        <translation>
            <numerusform>프로젝트 %Ln개를 불러오지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading export buckets…</source>
        <translation>내보내기 버킷을 불러오는 중…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>The export buckets could not be loaded</source>
        <translation>내보내기 버킷을 불러오지 못함</translation>
    </message>
    <message>
        <source>See Problems below.</source>
        <translation>아래의 문제 목록을 확인하십시오.</translation>
    </message>
    <message>
        <source>No export buckets</source>
        <translation>내보내기 버킷 없음</translation>
    </message>
    <message>
        <source>No bucket is registered for snapshot exports in any of these projects.</source>
        <translation>이 프로젝트들에는 스냅샷 내보내기용으로 등록된 버킷이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>필터와 일치하는 항목 없음</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Loading was stopped.</source>
        <translation>불러오기를 중지했습니다.</translation>
    </message>
    <message>
        <source>See the “Not read” tab for reasons.</source>
        <translation>사유는 “읽지 못함” 탭에서 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 could not be loaded.</source>
        <extracomment>%1 is the name of a project.</extracomment>
        <translation>%1 프로젝트를 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>The project list was not loaded completely.</source>
        <translation>프로젝트 목록을 일부만 불러왔습니다.</translation>
    </message>
    <message>
        <source>Some projects may be missing.</source>
        <translation>빠진 프로젝트가 있을 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) changed during loading.</source>
        <translation>
            <numerusform>불러오는 동안 프로젝트 %Ln개가 변경되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some buckets may be missing. Refresh later.</source>
        <translation>빠진 버킷이 있을 수 있습니다. 나중에 새로 고치십시오.</translation>
    </message>
    <message>
        <source>Some buckets could not be read and are not shown.</source>
        <translation>일부 버킷을 읽지 못해 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Only this page will be exported. To export everything, load all pages first.</source>
        <translation>이 페이지만 내보냅니다. 모두 내보내려면 먼저 모든 페이지를 불러오십시오.</translation>
    </message>
    <message>
        <source>Buckets that could not be read are not exported.</source>
        <translation>읽을 수 없는 버킷은 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing has been loaded yet.</source>
        <translation>아직 불러온 항목이 없습니다.</translation>
    </message>
    <message>
        <source>No loaded bucket matches the filter.</source>
        <translation>불러온 버킷 중에 필터와 일치하는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Not everything was loaded: %1.</source>
        <extracomment>e.g. Not everything was loaded: 2,925 buckets in 13 of 14 projects, 1 project not read.</extracomment>
        <translation>일부만 불러왔습니다: %1.</translation>
    </message>
    <message>
        <source>Showing what was loaded %1.</source>
        <extracomment>%1 is “3 hours ago”</extracomment>
        <translation>%1에 불러온 내용을 표시합니다.</translation>
    </message>
    <message>
        <source>Loading was stopped before it finished.</source>
        <translation>불러오기가 끝나기 전에 중지되었습니다.</translation>
    </message>
</context>
<context>
    <name>insight::PageNotices</name>
    <message>
        <source>Page %1 could not be loaded: %2. %3</source>
        <translation>%1페이지를 불러오지 못했습니다: %2. %3</translation>
    </message>
    <message>
        <source>Page %1 does not exist.</source>
        <translation>%1페이지가 없습니다.</translation>
    </message>
    <message>
        <source>Showing page %1 instead.</source>
        <translation>대신 %1페이지를 표시합니다.</translation>
    </message>
    <message>
        <source>This API version is deprecated.</source>
        <translation>이 API 버전은 더 이상 권장되지 않습니다.</translation>
    </message>
    <message>
        <source>Choose a newer version in Settings.</source>
        <translation>설정에서 더 새로운 버전을 선택하십시오.</translation>
    </message>
    <message>
        <source>Loading projects…</source>
        <translation>프로젝트를 불러오는 중…</translation>
    </message>
    <message>
        <source>The projects could not be loaded</source>
        <translation>프로젝트를 불러오지 못함</translation>
    </message>
    <message>
        <source>No projects</source>
        <translation>프로젝트 없음</translation>
    </message>
    <message>
        <source>Load projects</source>
        <translation>프로젝트 불러오기</translation>
    </message>
    <message>
        <source>The export buckets could not be loaded</source>
        <translation>내보내기 버킷을 불러오지 못함</translation>
    </message>
    <message>
        <source>Loading export buckets…</source>
        <translation>내보내기 버킷을 불러오는 중…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Load export buckets</source>
        <translation>내보내기 버킷 불러오기</translation>
    </message>
    <message>
        <source>No export buckets</source>
        <translation>내보내기 버킷 없음</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>필터와 일치하는 항목 없음</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Retrying in %1 s.</source>
        <translation>%1초 후 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Showing page %1 as of %2.</source>
        <translation>%2 기준 %1페이지를 표시합니다.</translation>
    </message>
    <message>
        <source>A page of %1 buckets could not be loaded: %2. %3</source>
        <translation>버킷 %1개짜리 페이지를 불러오지 못했습니다: %2. %3</translation>
    </message>
    <message>
        <source>Some buckets on this page could not be read.</source>
        <translation>이 페이지의 일부 버킷을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>Atlas could not count the buckets in time.</source>
        <translation>Atlas가 제시간에 버킷 수를 세지 못했습니다.</translation>
    </message>
    <message>
        <source>The pages are shown without a total.</source>
        <translation>전체 개수 없이 페이지를 표시합니다.</translation>
    </message>
    <message>
        <source>The export bucket is not on this page.</source>
        <translation>내보내기 버킷이 이 페이지에 없습니다.</translation>
    </message>
    <message>
        <source>See Bucket details for this bucket.</source>
        <translation>버킷 세부 정보에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This project has no export bucket %1.</source>
        <translation>이 프로젝트에 내보내기 버킷 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The bucket may have been deleted, or belong to another project.</source>
        <translation>버킷이 삭제되었거나 다른 프로젝트에 속할 수 있습니다.</translation>
    </message>
    <message>
        <source>The export bucket %1 could not be loaded.</source>
        <translation>내보내기 버킷 %1을(를) 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Loading was stopped. Refresh to load the export buckets of this project.</source>
        <translation>불러오기를 중지했습니다. 이 프로젝트의 내보내기 버킷을 불러오려면 새로 고치십시오.</translation>
    </message>
    <message>
        <source>Rate limit reached.</source>
        <translation>속도 제한에 도달했습니다.</translation>
    </message>
    <message>
        <source>Continues in %1 s. To cancel, select Stop.</source>
        <translation>%1초 후 계속합니다. 취소하려면 “중지”를 누르십시오.</translation>
    </message>
    <message>
        <source>%1. Retry %2 of %3. To cancel, select Stop.</source>
        <translation>%1. %3번 중 %2번째 다시 시도입니다. 취소하려면 “중지”를 누르십시오.</translation>
    </message>
    <message>
        <source>Atlas stops supporting it on %1. Choose a newer version in Settings.</source>
        <translation>%1에 제공이 종료됩니다. 설정에서 더 새로운 버전을 선택하십시오.</translation>
    </message>
    <message>
        <source>This credential has no access to any project. Grant it access in Atlas, then refresh.</source>
        <translation>이 자격 증명으로 액세스할 수 있는 프로젝트가 없습니다. Atlas에서 액세스 권한을 부여한 후 새로 고치십시오.</translation>
    </message>
    <message>
        <source>No project selected</source>
        <translation>프로젝트를 선택하지 않음</translation>
    </message>
    <message>
        <source>Select a project on the left to see its export buckets.</source>
        <translation>내보내기 버킷을 보려면 왼쪽에서 프로젝트를 선택하십시오.</translation>
    </message>
    <message>
        <source>No bucket on this page matches. The filter applies only to this page.</source>
        <translation>이 페이지에 일치하는 버킷이 없습니다. 필터는 이 페이지에만 적용됩니다.</translation>
    </message>
    <message>
        <source>No bucket is registered for snapshot exports in this project. Register one in Atlas, for example with “atlas backups exports buckets create”, then refresh.</source>
        <translation>이 프로젝트에는 스냅샷 내보내기용으로 등록된 버킷이 없습니다. Atlas에서 버킷을 등록한 후 새로 고치십시오. 예: “atlas backups exports buckets create”</translation>
    </message>
    <message>
        <source>Loading was stopped. Load the projects to select one.</source>
        <translation>불러오기를 중지했습니다. 프로젝트를 선택하려면 프로젝트를 불러오십시오.</translation>
    </message>
</context>
<context>
    <name>insight::RemovalVerdict</name>
    <message>
        <source>Auto export of cluster %1 goes to this bucket.</source>
        <translation>클러스터 %1의 자동 내보내기 대상이 이 버킷입니다.</translation>
    </message>
    <message>
        <source>Not all clusters of this project could be loaded.</source>
        <translation>이 프로젝트의 클러스터를 모두 불러오지는 못했습니다.</translation>
    </message>
    <message>
        <source>The backup schedule of cluster %1 could not be loaded.</source>
        <translation>클러스터 %1의 백업 일정을 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>The export jobs of cluster %1 could not be loaded.</source>
        <translation>클러스터 %1의 내보내기 작업을 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>The same bucket is also registered in project %1. That registration stays.</source>
        <translation>같은 버킷이 프로젝트 %1에도 등록되어 있습니다. 그 등록은 그대로 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The same bucket is registered %Ln more time(s) in this project. Other registrations stay.</source>
        <translation>
            <numerusform>같은 버킷이 이 프로젝트에 %Ln번 더 등록되어 있습니다. 다른 등록은 그대로 남습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The export buckets of %Ln other project(s) could not be loaded, so it may be registered there, too.</source>
        <translation>
            <numerusform>다른 프로젝트 %Ln개의 내보내기 버킷을 불러오지 못해 그곳에도 등록되어 있을 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>An export of cluster %1 to this bucket has not ended yet.</source>
        <translation>클러스터 %1에서 이 버킷으로의 내보내기가 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>Cluster %1 last exported to this bucket on %2.</source>
        <translation>클러스터 %1에서 이 버킷으로 마지막으로 내보낸 날짜는 %2입니다.</translation>
    </message>
    <message>
        <source>Cluster %1 last tried to export to this bucket on %2, without success.</source>
        <translation>클러스터 %1에서 이 버킷으로 마지막으로 내보내려 한 날짜는 %2이며 성공하지 못했습니다.</translation>
    </message>
    <message>
        <source>This bucket cannot be removed: auto export goes to it.</source>
        <translation>이 버킷은 자동 내보내기의 대상이므로 제거할 수 없습니다.</translation>
    </message>
    <message>
        <source>Whether this bucket can be removed is not known: a cluster may export to it.</source>
        <translation>이 버킷을 제거할 수 있는지 알 수 없습니다. 내보내는 클러스터가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>This bucket can be removed: no auto export goes to it. Its files stay.</source>
        <translation>이 버킷을 사용하는 자동 내보내기가 없으므로 제거할 수 있습니다. 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Whether this bucket can be removed is not known: check exports first.</source>
        <translation>이 버킷을 제거할 수 있는지 알 수 없습니다. 먼저 내보내기를 점검하십시오.</translation>
    </message>
    <message>
        <source>Other projects were not checked, so it may be registered there, too.</source>
        <translation>다른 프로젝트는 점검하지 않아 그곳에도 등록되어 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The bucket is still set in the backup schedule of cluster %1, with auto export off. You may have to remove it from the schedule first.</source>
        <translation>클러스터 %1의 백업 일정에 버킷 설정이 남아 있으며 자동 내보내기는 꺼져 있습니다. 먼저 백업 일정에서 그 설정을 제거해야 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>insight::UsageCell</name>
    <message>
        <source>%1 or more</source>
        <extracomment>At least so many clusters; some could not be read.</extracomment>
        <translation>%1개 이상</translation>
    </message>
    <message>
        <source>Some clusters could not be loaded.</source>
        <translation>일부 클러스터를 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>Not loaded: loading was stopped.</source>
        <translation>중지되어 불러오지 않았습니다.</translation>
    </message>
    <message>
        <source>Not loaded yet. To load the project’s clusters, select one of its buckets.</source>
        <translation>아직 불러오지 않았습니다. 프로젝트의 버킷을 선택하면 클러스터를 불러옵니다.</translation>
    </message>
    <message>
        <source>Loading clusters…</source>
        <translation>클러스터를 불러오는 중…</translation>
    </message>
    <message>
        <source>The clusters could not be loaded: %1</source>
        <translation>클러스터를 불러오지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Loading export jobs…</source>
        <translation>내보내기 작업을 불러오는 중…</translation>
    </message>
    <message>
        <source>Viewing export jobs requires the Project Backup Manager role.</source>
        <translation>내보내기 작업을 보려면 Project Backup Manager 역할이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <extracomment>%1 is when an export last worked; the jobs of some clusters are not known.</extracomment>
        <translation>%1(일부만 확인)</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln off (still set)</source>
        <extracomment>%1 is how many clusters use the bucket; of the others, the export settings are left over.</extracomment>
        <translation>
            <numerusform>%1 · 꺼짐(설정 남음) %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>No cluster with backup turned on has exported to this bucket.</source>
        <translation>백업이 켜진 클러스터 중 이 버킷으로 내보낸 클러스터가 없습니다.</translation>
    </message>
    <message>
        <source>used by %1</source>
        <extracomment>%1 is how many clusters use the bucket, e.g. “3 or more”.</extracomment>
        <translation>사용: %1</translation>
    </message>
    <message>
        <source>used by none</source>
        <translation>사용하는 클러스터 없음</translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln cluster(s)</source>
        <translation>
            <numerusform>클러스터 %Ln개에서 사용</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln not exporting</source>
        <extracomment>%1 is how many clusters use the bucket; so many of them export nothing.</extracomment>
        <translation>
            <numerusform>%1 · 내보내지 않음 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the bucket to load older export jobs.</source>
        <translation>버킷을 선택하면 이전 내보내기 작업을 불러옵니다.</translation>
    </message>
</context>
<context>
    <name>insight::UsageNotices</name>
    <message numerus="yes">
        <source>Usage of %Ln bucket(s) is unknown.</source>
        <translation>
            <numerusform>버킷 %Ln개의 사용 여부를 알 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter hides them.</source>
        <translation>필터가 이 버킷을 숨깁니다.</translation>
    </message>
    <message>
        <source>Check usage</source>
        <translation>사용 여부 확인</translation>
    </message>
    <message numerus="yes">
        <source>Exports to %Ln bucket(s) are unknown.</source>
        <translation>
            <numerusform>버킷 %Ln개의 내보내기 상태를 알 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Used by and Last export are from %1.</source>
        <extracomment>%1 is “3 hours ago”</extracomment>
        <translation>사용처와 마지막 내보내기는 %1 기준입니다.</translation>
    </message>
</context>
<context>
    <name>insight::UsageText</name>
    <message numerus="yes">
        <source>%1 of %Ln cluster(s) could not be loaded.</source>
        <translation>
            <numerusform>클러스터 %Ln개 중 %1개를 불러오지 못했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without backup</source>
        <translation>
            <numerusform>백업 없는 클러스터 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flex cluster(s)</source>
        <translation>
            <numerusform>Flex 클러스터 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used by %Ln cluster(s)</source>
        <translation>
            <numerusform>클러스터 %Ln개에서 사용 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used: the project has no clusters</source>
        <translation>사용되지 않음: 프로젝트에 클러스터 없음</translation>
    </message>
    <message>
        <source>No cluster exports to this bucket</source>
        <translation>이 버킷으로 내보내는 클러스터 없음</translation>
    </message>
    <message>
        <source>Loading clusters…</source>
        <translation>클러스터를 불러오는 중…</translation>
    </message>
    <message numerus="yes">
        <source>Loading backup schedules: %1 of %Ln cluster(s)…</source>
        <translation>
            <numerusform>백업 일정을 불러오는 중: 클러스터 %Ln개 중 %1개…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The export jobs of %Ln cluster(s) could not be loaded.</source>
        <translation>
            <numerusform>클러스터 %Ln개의 내보내기 작업을 불러오지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No export jobs</source>
        <translation>내보내기 작업 없음</translation>
    </message>
    <message>
        <source>The clusters could not be loaded</source>
        <translation>클러스터를 불러오지 못함</translation>
    </message>
    <message>
        <source>Loading export jobs…</source>
        <translation>내보내기 작업을 불러오는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them never export(s): the backup schedule takes no snapshots of the export frequency.</source>
        <translation>
            <numerusform>이 중 %Ln개는 내보내기 빈도에 해당하는 스냅샷이 백업 일정에 없어 내보내기를 하지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them export(s) nothing while paused.</source>
        <translation>
            <numerusform>이 중 %Ln개는 일시 중지되어 내보내기를 하지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No known cluster exports to this bucket</source>
        <translation>이 버킷으로 내보내는 것으로 확인된 클러스터 없음</translation>
    </message>
    <message>
        <source>No known export jobs</source>
        <translation>확인된 내보내기 작업 없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup schedule(s) with auto export off still name this bucket. They do not use it, but to delete the bucket you may first have to remove it from them.</source>
        <translation>
            <numerusform>자동 내보내기가 꺼진 백업 일정 %Ln개에 이 버킷이 아직 지정되어 있습니다. 버킷을 사용하지는 않지만, 버킷을 삭제하려면 먼저 일정에서 제거해야 할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This credential cannot view export jobs</source>
        <translation>이 자격 증명으로는 내보내기 작업을 볼 수 없음</translation>
    </message>
    <message>
        <source>Requires the Project Backup Manager role. Atlas returned: %1</source>
        <translation>Project Backup Manager 역할이 필요합니다. Atlas 응답: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted since</source>
        <translation>
            <numerusform>그사이 삭제된 클러스터 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Not exporting: %1.</source>
        <translation>내보내기를 하지 않는 클러스터: %1.</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln free cluster(s)</source>
        <translation>
            <numerusform>무료 클러스터 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with auto export on but without a bucket</source>
        <translation>
            <numerusform>자동 내보내기는 켜져 있으나 버킷이 없는 클러스터 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::AllProjectsModel</name>
    <message>
        <source>All projects</source>
        <translation>모든 프로젝트</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+ projects</source>
        <extracomment>At least so many projects: their list has not been read to its end.</extracomment>
        <translation>프로젝트 %1개 이상</translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>내보내기 버킷 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How many export buckets and how many projects there are.</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>models::BucketCountModel</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>그 밖의 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln buckets, %2</source>
        <extracomment>A bar: what it stands for, how many buckets that is, and their part of all.</extracomment>
        <translation>
            <numerusform>%1: 버킷 %Ln개, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;1%</source>
        <translation>&lt;1%</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Press Enter to show only these buckets.</source>
        <translation>Enter 키를 누르면 이 버킷만 표시합니다.</translation>
    </message>
</context>
<context>
    <name>models::BucketCounts</name>
    <message>
        <source>Not specified</source>
        <translation>지정되지 않음</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <extracomment>The region of buckets that have one, but Atlas&apos;s lists leave it out.</extracomment>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>리전 없음</translation>
    </message>
</context>
<context>
    <name>models::ChangesModel</name>
    <message>
        <source>Seen</source>
        <translation>확인 시각</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Export bucket</source>
        <translation>내보내기 버킷</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
</context>
<context>
    <name>models::DuplicatesModel</name>
    <message>
        <source>%1 (unused)</source>
        <translation>%1(미사용)</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>등록 수</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>미사용</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>IDs</source>
        <translation>ID 목록</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Duplicate, shared</source>
        <translation>중복, 공유</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>The bucket is registered more than once in one project.</source>
        <translation>한 프로젝트에 두 번 이상 등록된 버킷입니다.</translation>
    </message>
    <message>
        <source>The bucket is registered in several projects, and more than once in at least one of them.</source>
        <translation>여러 프로젝트에 등록되었으며, 그중 하나 이상의 프로젝트에는 두 번 이상 등록된 버킷입니다.</translation>
    </message>
    <message>
        <source>The bucket is registered in several projects, once in each.</source>
        <translation>여러 프로젝트에 한 번씩 등록된 버킷입니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>유형</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more have unknown usage.</source>
        <translation>
            <numerusform>다른 %Ln개는 사용 여부를 알 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage is unknown. To check it, open the project and select one of these buckets.</source>
        <translation>사용 여부를 알 수 없습니다. 프로젝트를 열고 버킷을 선택하면 확인합니다.</translation>
    </message>
</context>
<context>
    <name>models::ExchangeLog</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Requests left of those that the rate limit allows</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>속도 제한</translation>
    </message>
    <message>
        <source>Size of the response body as sent: if compressed, before decompression</source>
        <translation>전송된 응답 본문의 크기(압축된 경우 압축을 풀기 전 크기)</translation>
    </message>
</context>
<context>
    <name>models::ExportCalendarModel</name>
    <message numerus="yes">
        <source>%Ln successful</source>
        <translation>
            <numerusform>성공 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>실패 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missed</source>
        <translation>
            <numerusform>누락 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not finished</source>
        <translation>
            <numerusform>미완료 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>취소됨 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in an unknown state</source>
        <translation>
            <numerusform>알 수 없는 상태 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month, as QLocale::toString() takes its format</comment>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>Some export jobs have not been loaded.</source>
        <translation>일부 내보내기 작업을 불러오지 않았습니다.</translation>
    </message>
    <message>
        <source>Missed exports are not known, because the backup schedule is not.</source>
        <translation>백업 일정을 알 수 없으므로 누락된 내보내기를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>모든 프로젝트</translation>
    </message>
    <message>
        <source>All clusters</source>
        <translation>모든 클러스터</translation>
    </message>
    <message>
        <source>The export jobs have not been loaded.</source>
        <translation>내보내기 작업을 불러오지 않았습니다.</translation>
    </message>
    <message>
        <source>No exports in these 12 months</source>
        <translation>이 12개월간 내보내기 없음</translation>
    </message>
    <message>
        <source>%1 in 12 months</source>
        <translation>12개월간 %1</translation>
    </message>
    <message>
        <source>No exports in %1</source>
        <translation>%1 내보내기 없음</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>numbers, a month</comment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>Partly loaded</source>
        <translation>일부만 불러옴</translation>
    </message>
</context>
<context>
    <name>models::ExportJobModel</name>
    <message>
        <source>%1 of %2 collections exported</source>
        <translation>컬렉션 %2개 중 %1개 내보냄</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 시각</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>종료 시각</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>접두사</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>The destination is unknown: the provider does not allow this bucket name.</source>
        <translation>대상을 알 수 없습니다. 제공자에서 허용하지 않는 버킷 이름입니다.</translation>
    </message>
    <message>
        <source>The destination is unknown: the bucket has no service URL.</source>
        <translation>대상을 알 수 없습니다. 버킷에 서비스 URL이 없습니다.</translation>
    </message>
    <message>
        <source>The destination is unknown: the service URL “%1” is not the address of a storage account or container.</source>
        <translation>대상을 알 수 없습니다. 서비스 URL “%1”이(가) 스토리지 계정이나 컨테이너의 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>The service URL “%1” does not contain the container “%2”. The URL is copied unchanged.</source>
        <translation>서비스 URL “%1”에 지정된 컨테이너가 “%2”이(가) 아닙니다. URL을 그대로 복사합니다.</translation>
    </message>
    <message>
        <source>The destination is unknown: Bucketscope does not support the provider “%1”.</source>
        <translation>대상을 알 수 없습니다. Bucketscope에서 지원하지 않는 제공자입니다: “%1”.</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>작업 ID</translation>
    </message>
    <message>
        <source>Snapshot ID</source>
        <translation>스냅샷 ID</translation>
    </message>
    <message>
        <source>In progress, %1%</source>
        <translation>진행 중, %1%</translation>
    </message>
</context>
<context>
    <name>models::FindingsModel</name>
    <message>
        <source>Accepted</source>
        <translation>수락함</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Export bucket</source>
        <translation>내보내기 버킷</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>발견 사항</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>발생 시점</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
</context>
<context>
    <name>models::PlacesModel</name>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Export bucket</source>
        <translation>내보내기 버킷</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>models::ProblemLog</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>오류 코드</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Succeeded on retry. No action needed.</source>
        <translation>다시 시도하여 성공했습니다. 조치할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>Stopped before the retry.</source>
        <translation>다시 시도하기 전에 중지했습니다.</translation>
    </message>
    <message>
        <source>Failed. Retries: %1</source>
        <translation>실패. 다시 시도: %1회</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>다시 시도 대기 중</translation>
    </message>
    <message>
        <source>Succeeded on retry</source>
        <translation>다시 시도하여 성공</translation>
    </message>
    <message>
        <source>Stopped before the retry</source>
        <translation>다시 시도하기 전에 중지</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Continues automatically at %1.</source>
        <translation>%1에 자동으로 계속합니다.</translation>
    </message>
</context>
<context>
    <name>models::ProjectListModel</name>
    <message>
        <source>No clusters</source>
        <translation>클러스터 없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>클러스터 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read · %1</source>
        <translation>읽지 못함 · %1</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>Cloud Manager project</source>
        <translation>Cloud Manager 프로젝트</translation>
    </message>
    <message>
        <source>not read, %1</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation>읽지 못함, %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>내보내기 버킷 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How many export buckets and how many clusters a project has.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No snapshot exports</source>
        <translation>스냅샷 내보내기 없음</translation>
    </message>
</context>
<context>
    <name>models::UnreadProjectModel</name>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>오류 코드</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>해결 방법</translation>
    </message>
</context>
<context>
    <name>models::UsedByModel</name>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Auto export</source>
        <translation>자동 내보내기</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>빈도</translation>
    </message>
    <message>
        <source>Next snapshot</source>
        <translation>다음 스냅샷</translation>
    </message>
    <message>
        <source>On, never exports</source>
        <translation>켜짐, 실행되지 않음</translation>
    </message>
    <message>
        <source>On, cluster paused</source>
        <translation>켜짐, 클러스터 일시 중지</translation>
    </message>
    <message>
        <source>Auto export is on, but the schedule takes no snapshots of this frequency, so nothing is ever exported.</source>
        <translation>자동 내보내기가 켜져 있지만 백업 일정에 이 빈도의 스냅샷이 없어 아무것도 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Atlas takes no snapshots of a paused cluster, so nothing is exported.</source>
        <translation>Atlas는 일시 중지된 클러스터의 스냅샷을 생성하지 않으므로 아무것도 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Region: %1</source>
        <translation>리전: %1</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>유형: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>상태: %1</translation>
    </message>
    <message>
        <source>Paused: yes</source>
        <translation>일시 중지: 예</translation>
    </message>
    <message>
        <source>Paused: no</source>
        <translation>일시 중지: 아니요</translation>
    </message>
    <message>
        <source>%1. This is the next snapshot of any kind, not the next export.</source>
        <translation>%1. 종류에 관계없이 다음 스냅샷이며, 다음 내보내기가 아닙니다.</translation>
    </message>
    <message>
        <source>Off (still set)</source>
        <translation>꺼짐(설정 남음)</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>The CA file %1 cannot be read: %2.</source>
        <translation>CA 파일 %1을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The CA file %1 contains no PEM certificate.</source>
        <translation>CA 파일 %1에 PEM 인증서가 없습니다.</translation>
    </message>
</context>
<context>
    <name>net::AnswerError</name>
    <message>
        <source>Response too large</source>
        <translation>응답이 너무 큼</translation>
    </message>
    <message>
        <source>The response is larger than %1 and was not loaded completely.</source>
        <translation>응답이 %1보다 커서 일부만 불러왔습니다.</translation>
    </message>
    <message>
        <source>Damaged response</source>
        <translation>손상된 응답</translation>
    </message>
    <message>
        <source>The compressed response is damaged or incomplete.</source>
        <translation>압축된 응답이 손상되었거나 중간에 끊겼습니다.</translation>
    </message>
    <message>
        <source>Unreadable response</source>
        <translation>읽을 수 없는 응답</translation>
    </message>
    <message>
        <source>The response uses the encoding “%1”, which was not requested.</source>
        <translation>응답이 요청하지 않은 인코딩(“%1”)을 사용합니다.</translation>
    </message>
</context>
<context>
    <name>net::CertificateProblem</name>
    <message>
        <source>Certificate of another host</source>
        <translation>다른 호스트의 인증서</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>만료된 인증서</translation>
    </message>
    <message>
        <source>Certificate not yet valid</source>
        <translation>아직 유효하지 않은 인증서</translation>
    </message>
    <message>
        <source>Self-signed certificate</source>
        <translation>자체 서명된 인증서</translation>
    </message>
    <message>
        <source>Unknown certificate authority</source>
        <translation>알 수 없는 인증서 발급 기관(CA)</translation>
    </message>
    <message>
        <source>Certificate revoked</source>
        <translation>폐기된 인증서</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>신뢰할 수 없는 인증서</translation>
    </message>
    <message>
        <source>%1 did not present a readable certificate.</source>
        <translation>%1에서 읽을 수 있는 인증서를 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 presented a certificate for “%2”, issued by “%3”, valid from %4 to %5.</source>
        <translation>%1에서 “%2”의 인증서를 제시했습니다(발급자 “%3”, 유효 기간 %4~%5).</translation>
    </message>
    <message>
        <source>The certificate is valid only for these hosts: %1.</source>
        <translation>인증서는 다음 호스트에만 유효합니다: %1.</translation>
    </message>
    <message>
        <source>Problem: %1.</source>
        <translation>문제: %1.</translation>
    </message>
    <message>
        <source>Other problems: %1.</source>
        <translation>그 밖의 문제: %1.</translation>
    </message>
</context>
<context>
    <name>net::DigestAuthenticator</name>
    <message>
        <source>Cannot sign in</source>
        <translation>로그인할 수 없음</translation>
    </message>
    <message>
        <source>The server does not offer HTTP Digest authentication, which API keys require.</source>
        <translation>서버가 API 키에 필요한 HTTP Digest 인증을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The server requires an unsupported authentication method. Bucketscope supports HTTP Digest with MD5 or SHA-256 and qop=auth. No credentials were sent.</source>
        <translation>서버가 지원되지 않는 인증 방식을 요구합니다. Bucketscope는 MD5 또는 SHA-256과 qop=auth를 사용하는 HTTP Digest를 지원합니다. 자격 증명은 보내지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>net::ProxyProblem</name>
    <message>
        <source>Proxy requires a password</source>
        <translation>프록시가 암호를 요구함</translation>
    </message>
    <message>
        <source>Proxy rejected the password</source>
        <translation>프록시가 암호를 거부함</translation>
    </message>
    <message>
        <source>Proxy not found</source>
        <translation>프록시를 찾을 수 없음</translation>
    </message>
    <message>
        <source>Proxy refused the connection</source>
        <translation>프록시가 연결을 거부함</translation>
    </message>
    <message>
        <source>Proxy closed the connection</source>
        <translation>프록시가 연결을 끊음</translation>
    </message>
    <message>
        <source>Forbidden by the proxy</source>
        <translation>프록시에서 차단됨</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>프록시 오류</translation>
    </message>
    <message>
        <source>The proxy %1 does not allow a connection to %2.</source>
        <translation>프록시 %1에서 %2(으)로의 연결을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Cannot connect through the proxy</source>
        <translation>프록시를 통해 연결할 수 없음</translation>
    </message>
    <message>
        <source>The proxy %1 requires a user name and password to reach %2.</source>
        <translation>프록시 %1을(를) 통해 %2에 연결하려면 사용자 이름과 암호가 필요합니다.</translation>
    </message>
    <message>
        <source>The proxy %1 requires a sign-in to reach %2, with a method that Bucketscope does not support.</source>
        <translation>프록시 %1을(를) 통해 %2에 연결하려면 Bucketscope에서 지원하지 않는 방식의 인증이 필요합니다.</translation>
    </message>
    <message>
        <source>The proxy %1 rejected the user name and password for the connection to %2.</source>
        <translation>프록시 %1에서 %2 연결에 사용한 사용자 이름과 암호를 거부했습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 for the connection to %2 was not found.</source>
        <translation>%2 연결에 사용할 프록시 %1을(를) 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection to %2.</source>
        <translation>프록시 %1이(가) %2 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 closed the connection to %2.</source>
        <translation>프록시 %1에서 %2 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 could not connect to %2.</source>
        <translation>프록시 %1에서 %2에 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 failed to connect to %2.</source>
        <translation>프록시 %1을(를) 통해 %2에 연결하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>net::ServiceAccountAuthenticator</name>
    <message>
        <source>not a number of seconds</source>
        <translation>초 단위 숫자가 아님</translation>
    </message>
    <message>
        <source>not a token</source>
        <translation>토큰이 아님</translation>
    </message>
    <message>
        <source>not Bearer</source>
        <translation>Bearer가 아님</translation>
    </message>
</context>
<context>
    <name>net::TransportError</name>
    <message>
        <source>Connection refused</source>
        <translation>연결이 거부됨</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>연결이 끊김</translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation>호스트를 찾을 수 없음</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>연결 시간 초과</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>보안 연결 실패</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>연결 실패</translation>
    </message>
    <message>
        <source>%1 and this computer could not agree on a secure connection (%2).</source>
        <translation>%1과(와) 이 컴퓨터가 보안 연결 방식에 합의하지 못했습니다(%2).</translation>
    </message>
    <message>
        <source>Interim response</source>
        <translation>중간 응답</translation>
    </message>
    <message>
        <source>Received an interim response (status %1) instead of the final response.</source>
        <translation>최종 응답 대신 중간 응답(상태 %1)을 받았습니다.</translation>
    </message>
    <message>
        <source>Unexpected response</source>
        <translation>예상하지 못한 응답</translation>
    </message>
    <message>
        <source>The response has status %1, but no Location header.</source>
        <translation>응답 상태는 %1이지만 Location 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>리디렉션됨</translation>
    </message>
    <message>
        <source>The server redirected to %1. Bucketscope does not follow redirects and sent nothing there.</source>
        <translation>서버가 %1(으)로 리디렉션했습니다. Bucketscope는 리디렉션을 따르지 않으며 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>No complete response within %1 s.</source>
        <translation>%1초 안에 온전한 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>No response through the proxy %1 within %2 s.</source>
        <translation>%2초 안에 프록시 %1을(를) 통해 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>%1 could not be found.</source>
        <translation>%1을(를) 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1에서 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed before the response was complete.</source>
        <translation>응답을 모두 받기 전에 %1과(와)의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 timed out.</source>
        <translation>%1 연결 시간이 초과되었습니다.</translation>
    </message>
</context>
<context>
    <name>share</name>
    <message>
        <source>If the system does not trust the server, set SSL_CERT_FILE to %1</source>
        <translation>시스템이 서버를 신뢰하지 않으면 SSL_CERT_FILE을 %1(으)로 설정하십시오.</translation>
    </message>
    <message>
        <source>If the Atlas CLI does not support this version, it warns and uses its latest.</source>
        <translation>Atlas CLI가 지원하지 않는 버전이면 경고를 표시하고 최신 버전을 사용합니다.</translation>
    </message>
    <message>
        <source>Short form:</source>
        <translation>간단한 형식:</translation>
    </message>
    <message>
        <source>This SDK module requests version %1. For %2, use the module for that version.</source>
        <translation>이 SDK 모듈은 버전 %1을(를) 요청합니다. 버전 %2이(가) 필요하면 해당 버전의 모듈을 사용하십시오.</translation>
    </message>
    <message>
        <source>The SDK does not support the envelope and pretty parameters.</source>
        <translation>SDK는 envelope와 pretty 매개변수를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The profile must be for %1. Atlas variables set in the shell are ignored.</source>
        <translation>%1용 프로필이어야 합니다. 셸에 설정된 Atlas 변수는 무시합니다.</translation>
    </message>
    <message>
        <source>Replace %1 with the name of your Atlas CLI profile for %2. Atlas variables set in the shell are ignored.</source>
        <translation>%1을(를) %2용 Atlas CLI 프로필 이름으로 바꾸십시오. 셸에 설정된 Atlas 변수는 무시합니다.</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>필터: %1</translation>
    </message>
    <message>
        <source>The credential must be for %1.</source>
        <translation>자격 증명은 %1용이어야 합니다.</translation>
    </message>
</context>
<context>
    <name>share::FileExport</name>
    <message>
        <source>%1 cannot be written: %2. Choose another name or folder.</source>
        <translation>%1에 쓸 수 없습니다: %2. 다른 이름이나 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Cannot write to the folder %1: %2. Choose another folder.</source>
        <translation>폴더 %1에 쓸 수 없습니다: %2. 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>only part of the data was written</source>
        <translation>디스크에 일부만 기록되었습니다</translation>
    </message>
    <message>
        <source>Not enough disk space for %1. Free some space, or choose another folder.</source>
        <translation>디스크에 %1을(를) 저장할 공간이 없습니다. 공간을 확보하거나 다른 폴더를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>startup::Answer</name>
    <message>
        <source>Standard output cannot be written: %1.</source>
        <translation>표준 출력에 쓸 수 없습니다: %1.</translation>
    </message>
</context>
<context>
    <name>startup::HelpText</name>
    <message>
        <source>Usage: %1</source>
        <translation>사용법: %1</translation>
    </message>
</context>
<context>
    <name>startup::Options</name>
    <message>
        <source>Print this help.</source>
        <translation>이 도움말을 출력합니다.</translation>
    </message>
    <message>
        <source>Sign in with the saved profile NAME.</source>
        <translation>저장된 프로필 NAME으로 로그인합니다.</translation>
    </message>
    <message>
        <source>Use this Atlas base URL with credentials from the environment.</source>
        <translation>환경 변수의 자격 증명에 사용할 Atlas 기본 URL입니다.</translation>
    </message>
    <message>
        <source>Also trust the CA certificates in this PEM file.</source>
        <translation>이 PEM 파일의 CA 인증서도 신뢰합니다.</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is not a 24-digit hexadecimal ID.</source>
        <translation>--%1: &quot;%2&quot;은(는) 24자리 16진수 ID가 아닙니다.</translation>
    </message>
    <message>
        <source>--%1: enter a whole number from %2 to %3 (got &quot;%4&quot;).</source>
        <translation>--%1: %2~%3 사이의 정수를 입력하십시오(입력값: &quot;%4&quot;).</translation>
    </message>
    <message>
        <source>Unknown option &quot;%1&quot;. See --help.</source>
        <translation>알 수 없는 옵션입니다: &quot;%1&quot;. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>--%1: enter a value. See --help.</source>
        <translation>--%1: 값을 입력하십시오. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>--%1 takes no value. See --help.</source>
        <translation>--%1에는 값을 지정할 수 없습니다. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>--%1: enter a whole number, %2 or more (got &quot;%3&quot;).</source>
        <translation>--%1: %2 이상의 정수를 입력하십시오(입력값: &quot;%3&quot;).</translation>
    </message>
    <message>
        <source>Set the language: %1 or system.</source>
        <translation>표시 언어를 지정합니다: %1 또는 system.</translation>
    </message>
    <message>
        <source>--%1: use %2 or system (got &quot;%3&quot;).</source>
        <translation>--%1: %2, system 중 하나를 사용하십시오(입력값: &quot;%3&quot;).</translation>
    </message>
    <message>
        <source>--%1: enter a file name.</source>
        <translation>--%1: 파일 이름을 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>startup::ProfileChoice</name>
    <message>
        <source>--profile: more than one profile is named &quot;%1&quot;. Rename one in Settings.</source>
        <translation>--profile: &quot;%1&quot; 프로필이 둘 이상 있습니다. 설정에서 하나의 이름을 바꾸십시오.</translation>
    </message>
    <message>
        <source>--profile: there are no credentials in the environment.</source>
        <translation>--profile: 환경 변수에 자격 증명이 없습니다.</translation>
    </message>
    <message>
        <source>--profile: no profile is named &quot;%1&quot;.</source>
        <translation>--profile: 이름이 &quot;%1&quot;인 프로필이 없습니다.</translation>
    </message>
    <message>
        <source>--base-url: the profile &quot;%1&quot; can be used only with %2. Add a profile for %3, or use credentials from the environment.</source>
        <translation>--base-url: 프로필 &quot;%1&quot;은(는) %2에만 사용할 수 있습니다. %3용 프로필을 추가하거나 환경 변수의 자격 증명을 사용하십시오.</translation>
    </message>
    <message>
        <source>--profile: the profile &quot;%1&quot; cannot be used: %2</source>
        <translation>--profile: 프로필 &quot;%1&quot;을(를) 사용할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>--profile: the profile &quot;%1&quot; could not be loaded. %2</source>
        <translation>--profile: 프로필 &quot;%1&quot;을(를) 불러올 수 없습니다. %2</translation>
    </message>
</context>
<context>
    <name>startup::VariablesHelp</name>
    <message>
        <source>A service account.</source>
        <translation>서비스 계정입니다.</translation>
    </message>
    <message>
        <source>An API key.</source>
        <translation>API 키입니다.</translation>
    </message>
    <message>
        <source>An API key, in the variables that Terraform uses.</source>
        <translation>API 키입니다(Terraform에서 쓰는 변수).</translation>
    </message>
    <message>
        <source>service_account or api_keys, as for the Atlas CLI.</source>
        <translation>Atlas CLI와 같이 service_account 또는 api_keys입니다.</translation>
    </message>
    <message>
        <source>The base URL of Atlas.</source>
        <translation>Atlas의 기본 URL입니다.</translation>
    </message>
    <message>
        <source>cloud (default) or cloudgov (Atlas for Government).</source>
        <translation>cloud(기본값) 또는 cloudgov(Atlas for Government)입니다.</translation>
    </message>
    <message>
        <source>Used instead of MONGODB_ATLAS_… if any variable begins with MCLI.</source>
        <translation>이름이 MCLI로 시작하는 변수가 하나라도 있으면 MONGODB_ATLAS_… 대신 사용합니다.</translation>
    </message>
    <message>
        <source>The proxy, and the hosts to reach without one.</source>
        <translation>프록시와, 프록시 없이 연결할 호스트입니다.</translation>
    </message>
    <message>
        <source>Environment variables:</source>
        <translation>환경 변수:</translation>
    </message>
    <message>
        <source>The project that the window opens. Commands do not use it: see --project.</source>
        <translation>창에서 열 프로젝트입니다. 명령에는 쓰이지 않으므로 --project를 사용합니다.</translation>
    </message>
</context>
<context>
    <name>ui::AcceptDialog</name>
    <message>
        <source>Project: %1</source>
        <translation>프로젝트: %1</translation>
    </message>
    <message>
        <source>Cluster: %1</source>
        <translation>클러스터: %1</translation>
    </message>
    <message>
        <source>Export bucket: %1</source>
        <translation>내보내기 버킷: %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Accept finding</source>
        <translation>발견 사항 수락</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>발견 사항</translation>
    </message>
    <message>
        <source>Accepted for</source>
        <translation>수락 범위</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>사유(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>기한(&amp;U)</translation>
    </message>
    <message>
        <source>Why it was not saved</source>
        <translation>저장하지 못한 사유</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Enter a reason first.</source>
        <translation>먼저 사유를 입력하십시오.</translation>
    </message>
    <message>
        <source>An accepted finding is shown separately and is not counted. It reappears after its end date.</source>
        <translation>수락한 발견 사항은 따로 표시하고 개수에 넣지 않습니다. 기한이 지나면 다시 나타납니다.</translation>
    </message>
    <message>
        <source>The last day. Leave empty for no end date.</source>
        <translation>마지막 날입니다. 기한이 없으면 비워 두십시오.</translation>
    </message>
    <message>
        <source>Enter today’s date or a later date as YYYY-MM-DD.</source>
        <translation>오늘 이후의 날짜를 YYYY-MM-DD 형식으로 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>ui::AccountBar</name>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>로그인하지 않음</translation>
    </message>
    <message>
        <source>Service account %1</source>
        <translation>서비스 계정 %1</translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>API 키 %1</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>마지막 업데이트</translation>
    </message>
    <message>
        <source>Rate limit: %1 of %2 left</source>
        <translation>속도 제한: %2 중 %1 남음</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <extracomment>%1: 3 hours ago.</extracomment>
        <translation>%1 업데이트됨</translation>
    </message>
</context>
<context>
    <name>ui::Announcer</name>
    <message>
        <source>Announcements</source>
        <translation>안내</translation>
    </message>
</context>
<context>
    <name>ui::BucketCopy</name>
    <message>
        <source>Copy cell</source>
        <translation>셀 복사</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln row(s)</source>
        <translation>
            <numerusform>행 %Ln개 복사</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON으로 복사</translation>
    </message>
    <message>
        <source>Copy as Markdown table</source>
        <translation>Markdown 표로 복사</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln ID(s)</source>
        <translation>
            <numerusform>ID %Ln개 복사</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many rows to copy: export to a file…</source>
        <translation>행이 너무 많아 복사할 수 없습니다. 파일로 내보내기…</translation>
    </message>
    <message>
        <source>Copy command to open bucket</source>
        <translation>버킷을 여는 명령 복사</translation>
    </message>
    <message>
        <source>Too many rows to copy.</source>
        <translation>복사하기에는 행이 너무 많습니다.</translation>
    </message>
    <message>
        <source>No row is selected.</source>
        <translation>선택한 행이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::BucketPanel</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Filter buckets</source>
        <translation>버킷 필터</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Load all pages to sort by a column.</source>
        <translation>열을 기준으로 정렬하려면 모든 페이지를 불러오십시오.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>이 페이지 필터링</translation>
    </message>
    <message>
        <source>No export bucket matches the filter.</source>
        <translation>필터와 일치하는 내보내기 버킷이 없습니다.</translation>
    </message>
    <message>
        <source>No export buckets to show.</source>
        <translation>표시할 내보내기 버킷이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::BucketTable</name>
    <message>
        <source>Export buckets</source>
        <translation>내보내기 버킷</translation>
    </message>
    <message>
        <source>The name is always shown.</source>
        <translation>이름은 항상 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>ui::BucketViews</name>
    <message>
        <source>Views</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>버킷</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Not read (%1)</source>
        <translation>읽지 못함(%1)</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 못함</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>발견 사항</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>발견 사항(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>발견 사항 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경 사항</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>변경 사항(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>변경 사항 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BusyLine</name>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
</context>
<context>
    <name>ui::CalendarLegend</name>
    <message>
        <source>Successful</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>결과 없음</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>표시</translation>
    </message>
</context>
<context>
    <name>ui::CalendarView</name>
    <message>
        <source>Exports by month</source>
        <translation>월별 내보내기</translation>
    </message>
    <message>
        <source>No exports in the last 12 months</source>
        <translation>지난 12개월간 내보내기 없음</translation>
    </message>
    <message numerus="yes">
        <source>The exports of %1 of %Ln project(s) have been loaded.</source>
        <translation>
            <numerusform>프로젝트 %Ln개 중 %1개의 내보내기를 불러왔습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The export jobs of %Ln cluster(s) have not been loaded.</source>
        <translation>
            <numerusform>클러스터 %Ln개의 내보내기 작업을 불러오지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>Missed: due according to the current backup schedule, but not made. Days are in UTC.</source>
        <translation>누락은 현재 백업 일정에 따라 실행되어야 했으나 실행되지 않은 내보내기입니다. 날짜는 UTC 기준입니다.</translation>
    </message>
    <message>
        <source>No exports have been loaded yet. Select Check exports to load them.</source>
        <translation>아직 내보내기를 불러오지 않았습니다. 불러오려면 “내보내기 점검”을 누르십시오.</translation>
    </message>
    <message>
        <source>No known exports in the last 12 months</source>
        <translation>지난 12개월간 확인된 내보내기 없음</translation>
    </message>
</context>
<context>
    <name>ui::CategoryList</name>
    <message>
        <source>Categories</source>
        <translation>범주</translation>
    </message>
</context>
<context>
    <name>ui::ChangesView</name>
    <message>
        <source>Changes</source>
        <translation>변경 사항</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Changes are not kept</source>
        <translation>변경 사항을 보관하지 않음</translation>
    </message>
    <message>
        <source>To compare with earlier days, turn on “Remember what was read” in Settings.</source>
        <translation>이전 날짜와 비교하려면 설정에서 “불러온 내용 기억”을 켜십시오.</translation>
    </message>
    <message>
        <source>Changes cannot be shown</source>
        <translation>변경 사항을 표시할 수 없음</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>변경 사항 없음</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>아직 비교할 내용 없음</translation>
    </message>
    <message>
        <source>Date to compare with</source>
        <translation>비교할 날짜</translation>
    </message>
    <message>
        <source>Compares with the last check on this day or before it.</source>
        <translation>이 날짜 또는 그 이전의 마지막 점검과 비교합니다.</translation>
    </message>
    <message>
        <source>Export buckets, backup schedules and roles have not changed.</source>
        <translation>내보내기 버킷, 백업 일정, 역할에 변경 사항이 없습니다.</translation>
    </message>
    <message>
        <source>Everything that was loaded both times is unchanged.</source>
        <translation>두 번 모두 불러온 내용에는 변경 사항이 없습니다.</translation>
    </message>
    <message>
        <source>Each check is saved on this computer. After the next check, changes appear here.</source>
        <translation>점검할 때마다 결과를 이 컴퓨터에 저장합니다. 다음 점검 후 변경 사항이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>빠진 내용</translation>
    </message>
</context>
<context>
    <name>ui::CheckBar</name>
    <message>
        <source>Stop checking</source>
        <translation>점검 중지</translation>
    </message>
    <message>
        <source>Resume checking</source>
        <translation>점검 계속</translation>
    </message>
    <message>
        <source>Check exports</source>
        <translation>내보내기 점검</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>점검 상태</translation>
    </message>
    <message>
        <source>Age of the check</source>
        <translation>점검한 시점</translation>
    </message>
    <message>
        <source>Check progress</source>
        <translation>점검 진행률</translation>
    </message>
</context>
<context>
    <name>ui::ClipboardNews</name>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>행 %Ln개를 복사했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ColorChoice</name>
    <message>
        <source>Automatic (red for production)</source>
        <translation>자동(운영은 빨강)</translation>
    </message>
</context>
<context>
    <name>ui::CommandLine</name>
    <message>
        <source>Select the export bucket with this ID.</source>
        <translation>이 ID의 내보내기 버킷을 선택합니다.</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>버전을 출력합니다.</translation>
    </message>
    <message>
        <source>Browse the snapshot export buckets of MongoDB Atlas projects. Read-only.</source>
        <translation>MongoDB Atlas 프로젝트의 스냅샷 내보내기 버킷을 조회합니다. 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>Open the project with this ID.</source>
        <translation>이 ID의 프로젝트를 엽니다.</translation>
    </message>
    <message>
        <source>Open page N (first page: 1).</source>
        <translation>N번째 페이지를 엽니다(첫 페이지: 1).</translation>
    </message>
    <message>
        <source>Show N buckets per page (1 to 500).</source>
        <translation>페이지당 버킷 N개를 표시합니다(1~500).</translation>
    </message>
    <message>
        <source>Unexpected argument &quot;%1&quot;. See --help.</source>
        <translation>예상하지 못한 인수입니다: &quot;%1&quot;. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>Without a window: bucketscope %1. See &quot;bucketscope %2 --help&quot;.</source>
        <translation>창 없이 실행: bucketscope %1. &quot;bucketscope %2 --help&quot;를 참고하십시오.</translation>
    </message>
    <message>
        <source>Open the project, or select the bucket, of a link such as bucketscope://project/ID/bucket/ID.</source>
        <translation>bucketscope://project/ID/bucket/ID와 같은 링크의 프로젝트를 열거나 버킷을 선택합니다.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>옵션:</translation>
    </message>
</context>
<context>
    <name>ui::Commands</name>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>불러오기 중지</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>첫 페이지</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>마지막 페이지</translation>
    </message>
    <message>
        <source>Filter buckets</source>
        <translation>버킷 필터</translation>
    </message>
    <message>
        <source>Go to the projects</source>
        <translation>프로젝트로 이동</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>이전 영역</translation>
    </message>
    <message>
        <source>Show or hide projects</source>
        <translation>프로젝트 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>세부 정보 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide status</source>
        <translation>상태 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Copy the selected buckets as text</source>
        <translation>선택한 버킷을 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy the selected buckets as JSON</source>
        <translation>선택한 버킷을 JSON으로 복사</translation>
    </message>
    <message>
        <source>Export the buckets shown to a file</source>
        <translation>표시된 버킷을 파일로 내보내기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
    <message>
        <source>Previous page, or back to the finding</source>
        <translation>이전 페이지로 이동 또는 발견 사항으로 돌아가기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>ui::CompareWithBox</name>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1, incomplete</source>
        <translation>%1, 일부만 불러옴</translation>
    </message>
    <message>
        <source>Custom date</source>
        <translation>직접 선택한 날짜</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionRow</name>
    <message>
        <source>Connection test result</source>
        <translation>연결 테스트 결과</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>테스트 중…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했습니다.</translation>
    </message>
    <message>
        <source>S&amp;top test</source>
        <translation>테스트 중지(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>연결 테스트(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ui::CredentialFields</name>
    <message>
        <source>Client &amp;ID</source>
        <translation>클라이언트 ID(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Public key</source>
        <translation>공개 키(&amp;P)</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>클라이언트 시크릿(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;rivate key</source>
        <translation>비공개 키(&amp;R)</translation>
    </message>
    <message>
        <source>From the environment. Never shown, never saved.</source>
        <translation>환경 변수 값입니다. 표시하거나 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Saved. Enter a new one to replace it.</source>
        <translation>저장됨. 바꾸려면 새로 입력하십시오.</translation>
    </message>
    <message>
        <source>Not saved. Enter it here.</source>
        <translation>저장되지 않음. 여기에 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>ui::DetailsTab</name>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>The bucket could not be loaded.
%1
%2</source>
        <translation>버킷을 불러오지 못했습니다.
%1
%2</translation>
    </message>
</context>
<context>
    <name>ui::DuplicatesView</name>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message numerus="yes">
        <source>%Ln buckets are registered more than once: %1 registrations.</source>
        <translation>
            <numerusform>버킷 %Ln개가 두 번 이상 등록되어 있습니다: 등록 %1건.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>중복을 찾는 중…</translation>
    </message>
    <message>
        <source>Registrations with the same name, provider and role (on Azure, also the same storage account). Double-click a row or press Enter to see them.</source>
        <translation>이름, 제공자, 역할(Azure는 스토리지 계정도)이 같은 등록입니다. 행을 두 번 클릭하거나 Enter 키를 누르면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Buckets that share a name, provider and role (on Azure, also the storage account) appear here.</source>
        <translation>이름, 제공자, 역할(Azure는 스토리지 계정도)이 같은 버킷이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>No duplicates among the buckets that match the filter</source>
        <translation>필터와 일치하는 버킷 중에는 중복 없음</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>No duplicates so far</source>
        <translation>아직 중복 없음</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>중복 없음</translation>
    </message>
    <message>
        <source>The filter hides some buckets. There may be more duplicates.</source>
        <translation>필터에서 제외된 버킷이 있습니다. 중복이 더 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Not all buckets were loaded. There may be more duplicates.</source>
        <translation>일부 버킷을 불러오지 않았습니다. 중복이 더 있을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>&amp;Byte order mark (for Excel)</source>
        <translation>바이트 순서 표시 추가(Excel용)(&amp;B)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>내보내기 버킷 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>내보낼 내용</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>파일(&amp;I)</translation>
    </message>
    <message>
        <source>Export message</source>
        <translation>내보내기 메시지</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>내보내기 진행률</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>이미 있는 파일이며, 새 내용으로 바뀝니다.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>빠진 내용</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>Export stopped. No files were changed.</source>
        <translation>내보내기를 중지했습니다. 변경된 파일은 없습니다.</translation>
    </message>
    <message>
        <source>A CSV file cannot say that rows are missing. The suggested file name says “part” instead.</source>
        <translation>CSV 파일에는 빠진 행이 있다는 사실을 적을 수 없습니다. 대신 제안된 파일 이름에 “part”가 들어갑니다.</translation>
    </message>
    <message>
        <source>What the file does not say</source>
        <translation>파일에 적히지 않는 내용</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>파일을 쓰는 중입니다.</translation>
    </message>
    <message>
        <source>Only CSV files can have a byte order mark.</source>
        <translation>바이트 순서 표시는 CSV 파일에만 추가할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ui::ExportsOfAll</name>
    <message>
        <source>Exports in the last 12 months</source>
        <translation>지난 12개월간의 내보내기</translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message>
        <source>Copy: %1</source>
        <translation>복사: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Open in the browser: %1</source>
        <translation>브라우저에서 열기: %1</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>브라우저에서 열기</translation>
    </message>
</context>
<context>
    <name>ui::FieldValue</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>브라우저에서 열기</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Nothing to copy.</source>
        <translation>복사할 값이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::FileEdit</name>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>찾아보기(&amp;W)…</translation>
    </message>
    <message>
        <source>This cannot be changed here.</source>
        <translation>여기서는 변경할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::FilterEdit</name>
    <message>
        <source>Words match in any order and column.
One column: %1
Usage, where known: %2
Exact phrase: %3</source>
        <translation>단어는 순서와 열에 관계없이 찾습니다.
한 열에서 찾기: %1
사용 여부(알려진 경우): %2
구문 그대로 찾기: %3</translation>
    </message>
    <message>
        <source>Filter suggestions</source>
        <translation>필터 제안</translation>
    </message>
    <message>
        <source>Words in any order, in any column.</source>
        <translation>모든 열에서 단어를 순서와 상관없이 찾습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>제안 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindDialog</name>
    <message>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Projects, export buckets, clusters, commands, and settings</source>
        <translation>프로젝트, 내보내기 버킷, 클러스터, 명령, 설정</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Nothing matches. Only what has been loaded is searched: load all projects, then try again.</source>
        <translation>일치하는 항목이 없습니다. 불러온 항목만 찾습니다. 모든 프로젝트를 불러온 다음 다시 시도하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>내보내기 버킷 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>프로젝트 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Searches %1 and %2 that have been loaded. Enter opens, Ctrl+Enter copies the ID.</source>
        <extracomment>%1: 2,925 export buckets. %2: 14 projects.</extracomment>
        <translation>불러온 %1, %2에서 찾습니다. Enter 키로 열고 Ctrl+Enter 키로 ID를 복사합니다.</translation>
    </message>
    <message>
        <source>ID copied</source>
        <translation>ID를 복사했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>결과 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %Ln result(s)</source>
        <translation>
            <numerusform>결과 중 처음 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingAlerts</name>
    <message numerus="yes">
        <source>%Ln new critical finding(s)</source>
        <translation>
            <numerusform>새로운 심각한 발견 사항 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>발견 사항 표시</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>프로젝트 %1</translation>
    </message>
    <message>
        <source>First: project %1</source>
        <translation>첫 번째: 프로젝트 %1</translation>
    </message>
    <message>
        <source>Export bucket %1 in project %2</source>
        <translation>프로젝트 %2의 내보내기 버킷 %1</translation>
    </message>
    <message>
        <source>First: export bucket %1 in project %2</source>
        <translation>첫 번째: 프로젝트 %2의 내보내기 버킷 %1</translation>
    </message>
</context>
<context>
    <name>ui::FindingDetail</name>
    <message>
        <source>Selected finding</source>
        <translation>선택한 발견 사항</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Select one finding to read it in full.</source>
        <translation>발견 사항을 하나 선택하면 전체 내용이 표시됩니다.</translation>
    </message>
    <message>
        <source>Press Enter to open its project or export bucket.</source>
        <translation>Enter 키를 누르면 해당 프로젝트나 내보내기 버킷을 엽니다.</translation>
    </message>
</context>
<context>
    <name>ui::FindingsSummary</name>
    <message>
        <source>Findings</source>
        <translation>발견 사항</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>점검 결과</translation>
    </message>
</context>
<context>
    <name>ui::FindingsTable</name>
    <message>
        <source>Findings</source>
        <translation>발견 사항</translation>
    </message>
</context>
<context>
    <name>ui::FindingsView</name>
    <message>
        <source>No finding matches the filter</source>
        <translation>필터와 일치하는 발견 사항이 없음</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) are accepted. To see them, select Show accepted.</source>
        <translation>
            <numerusform>발견 사항 %Ln개를 수락했습니다. 보려면 “수락한 항목 표시”를 선택하십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>아직 점검하지 않음</translation>
    </message>
    <message>
        <source>Check exports</source>
        <translation>내보내기 점검</translation>
    </message>
    <message>
        <source>No findings so far</source>
        <translation>지금까지 발견 사항 없음</translation>
    </message>
    <message>
        <source>The check is still running. Findings appear here as soon as they are known.</source>
        <translation>아직 점검하는 중입니다. 발견 사항은 확인되는 대로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Everything that the check needs was loaded.</source>
        <translation>점검에 필요한 것을 모두 불러왔습니다.</translation>
    </message>
    <message>
        <source>Show accepted</source>
        <translation>수락한 항목 표시</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>수락…</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>발견 사항 필터</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Words that must occur. A word can begin with %1.</source>
        <translation>포함해야 할 단어입니다. 단어 앞에 %1을(를) 붙일 수 있습니다.</translation>
    </message>
    <message>
        <source>Check finished: %1</source>
        <translation>점검 완료: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>점검이 중지되었습니다.</translation>
    </message>
    <message>
        <source>Resume checking</source>
        <translation>점검 계속</translation>
    </message>
    <message>
        <source>Accepted findings</source>
        <translation>수락한 발견 사항</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Select one finding first.</source>
        <translation>먼저 발견 사항을 하나 선택하십시오.</translation>
    </message>
    <message>
        <source>This finding is accepted already.</source>
        <translation>이미 수락한 발견 사항입니다.</translation>
    </message>
    <message>
        <source>The file of accepted findings cannot be read.</source>
        <translation>수락한 발견 사항의 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Open export bucket</source>
        <translation>내보내기 버킷 열기</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Finding accepted.</source>
        <translation>발견 사항을 수락했습니다.</translation>
    </message>
    <message>
        <source>About this check</source>
        <translation>이 점검 안내</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>발견 사항 없음</translation>
    </message>
    <message>
        <source>The check was stopped before it finished. The remaining projects may have findings.</source>
        <translation>점검이 끝나기 전에 중지되었습니다. 남은 프로젝트에 발견 사항이 있을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ui::ForgetRow</name>
    <message>
        <source>Forget</source>
        <translation>기록 삭제</translation>
    </message>
    <message>
        <source>Forget all accounts</source>
        <translation>모든 계정의 기록 삭제</translation>
    </message>
    <message>
        <source>Readings on this computer</source>
        <translation>이 컴퓨터의 기록</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>삭제했습니다.</translation>
    </message>
    <message>
        <source>Deletes the readings of the open account from this computer.</source>
        <translation>열려 있는 계정의 기록을 이 컴퓨터에서 삭제합니다.</translation>
    </message>
    <message>
        <source>Deletes the readings of all accounts from this computer.</source>
        <translation>모든 계정의 기록을 이 컴퓨터에서 삭제합니다.</translation>
    </message>
</context>
<context>
    <name>ui::FormField</name>
    <message>
        <source>Error: %1</source>
        <extracomment>Said of a field that is outlined in red. %1 is what is wrong.</extracomment>
        <translation>오류: %1</translation>
    </message>
</context>
<context>
    <name>ui::HelpPage</name>
    <message>
        <source>The help is not installed.</source>
        <translation>도움말이 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The help belongs in %1. To add it, install Bucketscope again.</source>
        <translation>도움말의 위치는 %1입니다. Bucketscope를 다시 설치하면 추가됩니다.</translation>
    </message>
    <message>
        <source>The help could not be opened.</source>
        <translation>도움말을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>Open this file in a browser: %1</source>
        <translation>브라우저에서 다음 파일을 여십시오. %1</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Import from Atlas CLI</source>
        <translation>Atlas CLI에서 가져오기</translation>
    </message>
    <message>
        <source>Import message</source>
        <translation>가져오기 메시지</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>다른 파일 선택(&amp;F)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Select the profiles to import. They are saved with the settings.</source>
        <translation>가져올 프로필을 선택하십시오. 설정과 함께 저장됩니다.</translation>
    </message>
    <message>
        <source>Atlas CLI configuration</source>
        <translation>Atlas CLI 구성</translation>
    </message>
    <message>
        <source>TOML files (*.toml);;All files (*)</source>
        <translation>TOML 파일(*.toml);;모든 파일(*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>This file contains no profiles.</source>
        <translation>이 파일에는 프로필이 없습니다.</translation>
    </message>
    <message>
        <source>No profile is selected.</source>
        <translation>선택한 프로필이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::ImportRow</name>
    <message>
        <source>Service account</source>
        <translation>서비스 계정</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 키</translation>
    </message>
    <message>
        <source>project %1</source>
        <translation>프로젝트 %1</translation>
    </message>
    <message>
        <source>The secret is in this file and will be imported.</source>
        <translation>이 파일에 있는 시크릿도 가져옵니다.</translation>
    </message>
</context>
<context>
    <name>ui::InspectorPanel</name>
    <message>
        <source>registered %1</source>
        <translation>%1 등록</translation>
    </message>
    <message>
        <source>Bucket details</source>
        <translation>버킷 세부 정보</translation>
    </message>
    <message>
        <source>Select an export bucket to see what uses it and whether exports to it work.</source>
        <translation>내보내기 버킷을 선택하면 어디에서 사용되는지, 내보내기가 잘 되는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용처</translation>
    </message>
    <message>
        <source>Export jobs</source>
        <translation>내보내기 작업</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Used by (%1)</source>
        <translation>사용처(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>클러스터 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InventoryBar</name>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Show pages</source>
        <translation>페이지로 보기</translation>
    </message>
    <message>
        <source>Inventory status</source>
        <translation>전체 조회 상태</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>표시된 행</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message numerus="yes">
        <source>· %Ln shown</source>
        <extracomment>How many of the rows match the filter.</extracomment>
        <translation>
            <numerusform>· %Ln개 표시</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>불러오기 중지</translation>
    </message>
</context>
<context>
    <name>ui::JobStripView</name>
    <message>
        <source>Latest export jobs</source>
        <translation>최근 내보내기 작업</translation>
    </message>
</context>
<context>
    <name>ui::JobsTab</name>
    <message>
        <source>Export jobs</source>
        <translation>내보내기 작업</translation>
    </message>
    <message>
        <source>Copy destination</source>
        <translation>대상 복사</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Custom data</source>
        <translation>사용자 지정 데이터</translation>
    </message>
    <message>
        <source>Select a job to copy the destination path of its snapshot.</source>
        <translation>작업을 선택하면 스냅샷의 대상 경로를 복사할 수 있습니다.</translation>
    </message>
    <message>
        <source>Copy the destination path of the selected job</source>
        <translation>선택한 작업의 대상 경로 복사</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Exports by month</source>
        <translation>월별 내보내기</translation>
    </message>
</context>
<context>
    <name>ui::JsonTab</name>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>The bucket could not be loaded.</source>
        <translation>버킷을 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Search the JSON</source>
        <translation>JSON 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>… (truncated; use Copy to get the full text)</source>
        <translation>… (일부만 표시됨. 전체는 “복사” 사용)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln개 일치</numerusform>
        </translation>
    </message>
    <message>
        <source>No JSON to copy yet.</source>
        <translation>아직 복사할 JSON이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>In the filter: show fields and values</source>
        <translation>필터에서 필드와 값 표시</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Move the column left or right</source>
        <translation>열을 왼쪽 또는 오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Open the context menu</source>
        <translation>상황에 맞는 메뉴 열기</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>ui::MatchNews</name>
    <message numerus="yes">
        <source>%Ln row(s) match.</source>
        <translation>
            <numerusform>행 %Ln개가 일치합니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
</context>
<context>
    <name>ui::Overview</name>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>No buckets to count</source>
        <translation>집계할 버킷 없음</translation>
    </message>
    <message>
        <source>Buckets per project</source>
        <translation>프로젝트별 버킷</translation>
    </message>
    <message>
        <source>Charts appear here when loaded buckets match the filter.</source>
        <translation>불러온 버킷이 필터와 일치하면 여기에 차트가 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>ui::PagerBar</name>
    <message>
        <source>First page</source>
        <translation>첫 페이지</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>이전 페이지</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>마지막 페이지</translation>
    </message>
    <message>
        <source>Items per page</source>
        <translation>페이지당 항목</translation>
    </message>
    <message>
        <source>Page status</source>
        <translation>페이지 상태</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Load all pages</source>
        <translation>모든 페이지 불러오기</translation>
    </message>
    <message>
        <source>On screen: page %1.</source>
        <translation>현재 표시: %1페이지</translation>
    </message>
    <message>
        <source>On screen: %1 per page.</source>
        <translation>현재 표시: 페이지당 %1개</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>열린 프로젝트가 없습니다.</translation>
    </message>
    <message>
        <source>This is the first page.</source>
        <translation>첫 페이지입니다.</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>마지막 페이지입니다.</translation>
    </message>
    <message>
        <source>The last page is not known without the total count.</source>
        <translation>전체 개수를 요청하지 않아 마지막 페이지를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>This page has all export buckets.</source>
        <translation>이 페이지에 모든 내보내기 버킷이 있습니다.</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>%1개 모두 불러오기</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>No export buckets to show.</source>
        <translation>표시할 내보내기 버킷이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::ProfileBox</name>
    <message>
        <source>Not signed in. Press Enter to sign in with this profile.</source>
        <translation>로그인하지 않음. Enter 키를 누르면 이 프로필로 로그인합니다.</translation>
    </message>
</context>
<context>
    <name>ui::ProfileColorText</name>
    <message>
        <source>Production</source>
        <extracomment>Said of a profile: it is used for production.</extracomment>
        <translation>운영</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>황색</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>보라</translation>
    </message>
</context>
<context>
    <name>ui::ProfileEditor</name>
    <message>
        <source>Service account</source>
        <translation>서비스 계정</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 키</translation>
    </message>
    <message>
        <source>OAuth 2.0 client credentials, recommended by Atlas.</source>
        <translation>OAuth 2.0 클라이언트 자격 증명으로, Atlas가 권장합니다.</translation>
    </message>
    <message>
        <source>MongoDB Atlas.</source>
        <translation>MongoDB Atlas.</translation>
    </message>
    <message>
        <source>MongoDB Atlas for Government.</source>
        <translation>MongoDB Atlas for Government.</translation>
    </message>
    <message>
        <source>Profile &amp;name</source>
        <translation>프로필 이름(&amp;N)</translation>
    </message>
    <message>
        <source>Co&amp;lor</source>
        <translation>색(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>인증 방식(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keep secrets in</source>
        <translation>시크릿 보관 위치(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>기본 URL(&amp;B)</translation>
    </message>
    <message>
        <source>Default pro&amp;ject</source>
        <translation>기본 프로젝트(&amp;J)</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>CA 인증서</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>인증서(*.pem *.crt *.cer);;모든 파일(*)</translation>
    </message>
    <message>
        <source>CA &amp;certificates</source>
        <translation>CA 인증서(&amp;C)</translation>
    </message>
    <message>
        <source>Profile color</source>
        <translation>프로필 색</translation>
    </message>
    <message>
        <source>A PEM file, needed only behind a proxy that inspects TLS.</source>
        <translation>TLS를 검사하는 프록시를 거칠 때만 필요한 PEM 파일입니다.</translation>
    </message>
    <message>
        <source>First enter the client ID.</source>
        <translation>먼저 클라이언트 ID를 입력하십시오.</translation>
    </message>
    <message>
        <source>First enter the public key.</source>
        <translation>먼저 공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>First enter the client secret.</source>
        <translation>먼저 클라이언트 시크릿을 입력하십시오.</translation>
    </message>
    <message>
        <source>First enter the private key.</source>
        <translation>먼저 비공개 키를 입력하십시오.</translation>
    </message>
    <message>
        <source>Public and private key with HTTP Digest authentication.</source>
        <translation>공개 키와 비공개 키로 HTTP Digest 인증을 사용합니다.</translation>
    </message>
    <message>
        <source>Created from environment variables for this session only. It cannot be edited and is never saved.</source>
        <translation>이번 세션에만 쓰이는 환경 변수 프로필입니다. 편집할 수 없으며 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Example: Production</source>
        <translation>예: 운영</translation>
    </message>
    <message>
        <source>Project to open at startup (optional).</source>
        <translation>시작할 때 열 프로젝트입니다(선택 사항).</translation>
    </message>
    <message>
        <source>Correct the fields with errors first.</source>
        <translation>먼저 오류가 있는 필드를 고치십시오.</translation>
    </message>
    <message>
        <source>This profile comes from environment variables.</source>
        <translation>환경 변수에서 가져온 프로필입니다.</translation>
    </message>
    <message>
        <source>Requests are sent to %1.</source>
        <translation>요청은 %1(으)로 보냅니다.</translation>
    </message>
</context>
<context>
    <name>ui::ProfileEdits</name>
    <message>
        <source>Contains an error</source>
        <extracomment>Said of a profile, or of a page of the settings, that bears a red mark.</extracomment>
        <translation>오류 있음</translation>
    </message>
</context>
<context>
    <name>ui::ProfilesPage</name>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>제거(&amp;M)</translation>
    </message>
    <message>
        <source>Import &amp;from Atlas CLI…</source>
        <translation>Atlas CLI에서 가져오기(&amp;F)…</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>Add profile</source>
        <translation>프로필 추가</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>프로필 제거</translation>
    </message>
    <message>
        <source>Import from Atlas CLI</source>
        <translation>Atlas CLI에서 가져오기</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Enter a service account or an API key of your Atlas organization. Nothing is sent before you test the connection or select OK.</source>
        <translation>Atlas 조직의 서비스 계정이나 API 키를 입력하십시오. 연결을 테스트하거나 확인을 누르기 전에는 아무것도 보내지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) cannot be used</source>
        <translation>
            <numerusform>프로필 %Ln개를 사용할 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>No profiles yet. Add one, or import from the Atlas CLI.</source>
        <translation>프로필이 없습니다. 추가하거나 Atlas CLI에서 가져오십시오.</translation>
    </message>
    <message>
        <source>“%1” and its secret will be permanently removed when you select OK.</source>
        <translation>확인을 누르면 “%1” 프로필과 시크릿이 영구적으로 제거됩니다.</translation>
    </message>
    <message>
        <source>Select a profile first.</source>
        <translation>먼저 프로필을 선택하십시오.</translation>
    </message>
    <message>
        <source>This profile comes from environment variables.</source>
        <translation>환경 변수에서 가져온 프로필입니다.</translation>
    </message>
</context>
<context>
    <name>ui::Program</name>
    <message>
        <source>Profile %1: %2</source>
        <translation>프로필 %1: %2</translation>
    </message>
    <message>
        <source>Some settings could not be used.</source>
        <translation>일부 설정을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>로그인 중…</translation>
    </message>
    <message>
        <source>Waiting for the keychain.</source>
        <translation>키체인을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The secret of %1 could not be read</source>
        <translation>%1의 시크릿을 읽지 못함</translation>
    </message>
    <message>
        <source>Enter the secret</source>
        <translation>시크릿 입력</translation>
    </message>
    <message>
        <source>A CA file cannot be used</source>
        <translation>CA 파일을 사용할 수 없음</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>아직 프로필 없음</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>프로필 추가</translation>
    </message>
    <message>
        <source>Other users of this computer can change your settings.</source>
        <translation>이 컴퓨터의 다른 사용자가 설정을 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>Another user could redirect your sign-ins to another server. Make %1 and its folder writable only by your user account.</source>
        <translation>다른 사용자가 로그인 대상을 다른 서버로 바꿀 수 있습니다. %1 파일과 그 폴더는 현재 사용자 계정만 쓸 수 있게 하십시오.</translation>
    </message>
    <message>
        <source>The secret of %1 is for another server</source>
        <translation>%1의 시크릿은 다른 서버용임</translation>
    </message>
    <message>
        <source>Which server is the secret of %1 for?</source>
        <translation>%1의 시크릿은 어느 서버용입니까?</translation>
    </message>
    <message>
        <source>Use it for %1</source>
        <translation>%1에 사용</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Waiting for the CA file.</source>
        <translation>CA 파일을 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>로그아웃됨</translation>
    </message>
    <message>
        <source>Your computer is about to sign you out, so Bucketscope saved its settings and signed out of Atlas.</source>
        <translation>컴퓨터에서 곧 로그아웃되므로 Bucketscope가 설정을 저장하고 Atlas에서 로그아웃했습니다.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>다시 로그인</translation>
    </message>
    <message>
        <source>Bucketscope signs in to MongoDB Atlas with a service account or an API key. Read-only access is sufficient.</source>
        <translation>Bucketscope는 서비스 계정이나 API 키로 MongoDB Atlas에 로그인합니다. 읽기 전용이면 충분합니다.</translation>
    </message>
    <message>
        <source>In Atlas, create a service account with Project Read Only in each project.</source>
        <translation>Atlas에서 각 프로젝트에 Project Read Only 역할이 있는 서비스 계정을 만드십시오.</translation>
    </message>
    <message>
        <source>Add the IP address of this computer to its API access list.</source>
        <translation>이 컴퓨터의 IP 주소를 서비스 계정의 API 액세스 목록에 추가하십시오.</translation>
    </message>
    <message>
        <source>Add a profile with its client ID and its client secret.</source>
        <translation>서비스 계정의 클라이언트 ID와 클라이언트 시크릿으로 프로필을 추가하십시오.</translation>
    </message>
    <message>
        <source>Import “%1” from the Atlas CLI</source>
        <translation>Atlas CLI에서 “%1” 가져오기</translation>
    </message>
</context>
<context>
    <name>ui::ProgramNotices</name>
    <message>
        <source>CA certificates have changed.</source>
        <translation>CA 인증서가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>When the profile “%1” was last used, %2 contained other certificates. If neither you nor your administrator has changed them, another server could receive your sign-ins.</source>
        <translation>프로필 “%1”을(를) 마지막으로 사용했을 때 %2에는 다른 인증서가 있었습니다. 사용자나 관리자가 바꾼 것이 아니라면 로그인 정보가 다른 서버로 전달될 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ui::ProjectPanel</name>
    <message>
        <source>Filter projects</source>
        <translation>프로젝트 필터</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Loading projects…</source>
        <translation>프로젝트를 불러오는 중…</translation>
    </message>
    <message>
        <source>The projects could not be loaded. See Problems below.</source>
        <translation>프로젝트를 불러오지 못했습니다. 아래의 문제 목록을 확인하십시오.</translation>
    </message>
    <message>
        <source>No project matches the filter.</source>
        <translation>필터와 일치하는 프로젝트가 없습니다.</translation>
    </message>
    <message>
        <source>This credential has no access to any project. Grant it access in Atlas.</source>
        <translation>이 자격 증명으로 액세스할 수 있는 프로젝트가 없습니다. Atlas에서 액세스 권한을 부여하십시오.</translation>
    </message>
    <message>
        <source>The projects could not be loaded. The list is from %1.</source>
        <extracomment>%1 is “3 hours ago”</extracomment>
        <translation>프로젝트를 불러오지 못했습니다. 표시된 목록은 %1 기준입니다.</translation>
    </message>
</context>
<context>
    <name>ui::ProjectPopup</name>
    <message>
        <source>Projects</source>
        <translation>프로젝트</translation>
    </message>
</context>
<context>
    <name>ui::RequestTab</name>
    <message>
        <source>curl (API key)</source>
        <translation>curl(API 키)</translation>
    </message>
    <message>
        <source>curl (service account)</source>
        <translation>curl(서비스 계정)</translation>
    </message>
    <message>
        <source>Atlas CLI</source>
        <translation>Atlas CLI</translation>
    </message>
    <message>
        <source>Go SDK</source>
        <translation>Go SDK</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Request text</source>
        <translation>요청 내용</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>No request to copy.</source>
        <translation>복사할 요청이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::SecretEdit</name>
    <message>
        <source>S&amp;how</source>
        <translation>표시(&amp;H)</translation>
    </message>
    <message>
        <source>Show secret</source>
        <translation>시크릿 표시</translation>
    </message>
    <message>
        <source>Nothing has been entered here.</source>
        <translation>입력한 내용이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::SecretFailureBar</name>
    <message>
        <source>Secrets not moved</source>
        <translation>시크릿을 옮기지 못함</translation>
    </message>
    <message>
        <source>Secrets not saved</source>
        <translation>시크릿을 저장하지 못함</translation>
    </message>
    <message>
        <source>Secrets not removed</source>
        <translation>시크릿을 제거하지 못함</translation>
    </message>
    <message>
        <source>Settings not saved</source>
        <translation>설정을 저장하지 못함</translation>
    </message>
    <message>
        <source>All secrets are still where they were.</source>
        <translation>모든 시크릿이 원래 위치에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Your entries are still here. Everything else is saved.</source>
        <translation>입력한 내용은 그대로 있습니다. 나머지는 모두 저장했습니다.</translation>
    </message>
    <message>
        <source>Your entries are still here.</source>
        <translation>입력한 내용은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>이번 세션에만 보관</translation>
    </message>
    <message>
        <source>Save in a file…</source>
        <translation>파일에 저장…</translation>
    </message>
    <message>
        <source>Save in the file</source>
        <translation>파일에 저장</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Save secrets in a file?</source>
        <translation>시크릿을 파일에 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>The file secrets.conf beside the settings is not encrypted. Its mode is 0600: other users of this computer cannot read it, but every program that you run can, and so can anyone who gets the disk or a backup. The secrets of all profiles are saved there.</source>
        <translation>설정 파일과 같은 폴더의 secrets.conf 파일은 암호화되지 않습니다. 모드가 0600이므로 이 컴퓨터의 다른 사용자는 읽을 수 없지만, 사용자가 실행하는 모든 프로그램과 디스크나 백업을 손에 넣은 사람은 읽을 수 있습니다. 모든 프로필의 시크릿이 여기에 저장됩니다.</translation>
    </message>
    <message>
        <source>The file secrets.conf beside the settings is not encrypted. Every program that you run can read it, and so can anyone who can open your user folder, or gets the disk or a backup. The secrets of all profiles are saved there.</source>
        <translation>설정 파일과 같은 폴더의 secrets.conf 파일은 암호화되지 않습니다. 사용자가 실행하는 모든 프로그램과, 사용자 폴더를 열 수 있거나 디스크나 백업을 손에 넣은 사람은 읽을 수 있습니다. 모든 프로필의 시크릿이 여기에 저장됩니다.</translation>
    </message>
    <message>
        <source>Everything else is saved. Select Cancel to keep the secrets where they are.</source>
        <translation>나머지는 모두 저장했습니다. 취소를 누르면 시크릿이 원래 위치에 남습니다.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Continue without them</source>
        <translation>시크릿 없이 계속</translation>
    </message>
    <message>
        <source>Settings are saved, but some secrets may not be. Your entries are still here. Select OK to try again.</source>
        <translation>설정은 저장했지만 일부 시크릿은 저장되지 않았을 수 있습니다. 입력한 내용은 그대로 있습니다. 확인을 눌러 다시 시도하십시오.</translation>
    </message>
</context>
<context>
    <name>ui::SecretStorageField</name>
    <message>
        <source>System keychain</source>
        <translation>시스템 키체인</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>이번 세션만</translation>
    </message>
    <message>
        <source>A file, not encrypted</source>
        <translation>암호화하지 않은 파일</translation>
    </message>
    <message>
        <source>Secret storage</source>
        <translation>시크릿 보관</translation>
    </message>
    <message>
        <source>The secrets of all profiles move there when you select OK.</source>
        <translation>확인을 누르면 모든 프로필의 시크릿을 그곳으로 옮깁니다.</translation>
    </message>
</context>
<context>
    <name>ui::SessionNews</name>
    <message>
        <source>New problem: %1 %2</source>
        <comment>HTTP status and reason</comment>
        <translation>새 문제: %1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>project, rows on screen</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장 중…</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>요청: %1</translation>
    </message>
    <message>
        <source>Settings status</source>
        <translation>설정 상태</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>설정을 저장했습니다.</translation>
    </message>
    <message>
        <source>The settings are being saved.</source>
        <translation>설정을 저장하는 중입니다.</translation>
    </message>
    <message>
        <source>Enter a profile name, a client ID and a client secret, or select Cancel.</source>
        <translation>프로필 이름, 클라이언트 ID, 클라이언트 시크릿을 입력하거나 취소를 누르십시오.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
</context>
<context>
    <name>ui::Severities</name>
    <message>
        <source>Critical findings only</source>
        <translation>심각한 발견 사항만</translation>
    </message>
    <message>
        <source>Warnings only</source>
        <translation>경고만</translation>
    </message>
    <message>
        <source>Info only</source>
        <translation>정보만</translation>
    </message>
</context>
<context>
    <name>ui::StatusPanel</name>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>문제(%1)</translation>
    </message>
    <message>
        <source>Requests (%1)</source>
        <translation>요청(%1)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Nothing on screen has failed.</source>
        <translation>화면에 실패한 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Wait until everything is loaded, or select Stop.</source>
        <translation>모두 불러올 때까지 기다리거나 “중지”를 누르십시오.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>목록이 비어 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>문제 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>요청 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems to report.</source>
        <translation>보고할 문제가 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::StepButtons</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <extracomment>%1 is an IP address.</extracomment>
        <translation>%1 복사</translation>
    </message>
    <message>
        <source>How to register a bucket</source>
        <translation>버킷 등록 방법</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Retry loading</source>
        <translation>불러오기 다시 시도</translation>
    </message>
    <message>
        <source>Refresh the project list and select another project</source>
        <translation>프로젝트 목록을 새로 고치고 다른 프로젝트 선택</translation>
    </message>
    <message>
        <source>How to create a service account</source>
        <translation>서비스 계정을 만드는 방법</translation>
    </message>
    <message>
        <source>Go to the project list</source>
        <translation>프로젝트 목록으로 이동</translation>
    </message>
    <message>
        <source>Show projects</source>
        <translation>프로젝트 표시</translation>
    </message>
</context>
<context>
    <name>ui::Summary</name>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Retry: %1</source>
        <extracomment>%1 is what is loaded again, such as Export jobs.</extracomment>
        <translation>다시 시도: %1</translation>
    </message>
</context>
<context>
    <name>ui::TableCopy</name>
    <message>
        <source>Too many rows to copy.</source>
        <translation>복사하기에는 행이 너무 많습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Select at most %Ln row(s).</source>
        <translation>
            <numerusform>행을 %Ln개까지만 선택하십시오.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>프로필 없음</translation>
    </message>
    <message>
        <source>Select a profile</source>
        <translation>프로필 선택</translation>
    </message>
    <message>
        <source>Add a profile in Settings first.</source>
        <translation>먼저 설정에서 프로필을 추가하십시오.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Sign in to a profile first.</source>
        <translation>먼저 프로필로 로그인하십시오.</translation>
    </message>
    <message>
        <source>Nothing is being loaded.</source>
        <translation>불러오는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Select a project</source>
        <translation>프로젝트 선택</translation>
    </message>
</context>
<context>
    <name>ui::UnreadProjects</name>
    <message>
        <source>Retry selected</source>
        <translation>선택 항목 다시 시도</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>모두 다시 시도</translation>
    </message>
    <message>
        <source>Projects not read</source>
        <translation>읽지 못한 프로젝트</translation>
    </message>
    <message>
        <source>Select a project first.</source>
        <translation>먼저 프로젝트를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>ui::UsedByTab</name>
    <message>
        <source>Used by</source>
        <translation>사용처</translation>
    </message>
</context>
<context>
    <name>ui::ValuesPage</name>
    <message>
        <source>Enter a date. Example: %1</source>
        <translation>날짜를 입력하십시오. 예: %1</translation>
    </message>
</context>
<context>
    <name>ui::VerdictBox</name>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>%1 is a severity such as Critical, %2 what is wrong, %3 what to do</extracomment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>제거 가능 여부</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>발견 사항</translation>
    </message>
</context>
<context>
    <name>ui::WindowNotices</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s) exported.</source>
        <translation>
            <numerusform>내보내기 버킷 %Ln개를 파일로 저장했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes may be missing.</source>
        <translation>일부 변경 사항이 빠졌을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ui::WindowPanes</name>
    <message>
        <source>Show projects</source>
        <translation>프로젝트 표시</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>세부 정보 표시</translation>
    </message>
    <message>
        <source>Show status</source>
        <translation>상태 표시</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: Show details. %2: Ctrl+2.</extracomment>
        <translation>%1(%2)</translation>
    </message>
</context>
<context>
    <name>ui::WindowTitle</name>
    <message>
        <source>All projects</source>
        <translation>모든 프로젝트</translation>
    </message>
    <message>
        <source>%1 – Bucketscope</source>
        <translation>%1 – Bucketscope</translation>
    </message>
</context>
</TS>
