@echo off
rem Starts Tieout on Windows; see the file "tieout" for the reasons of each option. Builds only when there is no jar yet:
rem after changing a source run "mvnw.cmd -q -Dquick -Dmaven.test.skip=true package".
setlocal
set "TIEOUT_HOME=%~dp0"
set "TIEOUT_JAR=%TIEOUT_HOME%target\tieout.jar"
set "TIEOUT_JAVA=java"
if defined JAVA_HOME set "TIEOUT_JAVA=%JAVA_HOME%\bin\java"

set "TIEOUT_MAJOR=0"
for /f "tokens=3" %%v in ('call "%TIEOUT_JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do for /f "delims=." %%m in ("%%~v") do set "TIEOUT_MAJOR=%%m"
if %TIEOUT_MAJOR% LSS 17 (
  echo tieout: needs a JDK of 17 or later. Install one, or point JAVA_HOME at one. 1>&2
  exit /b 2
)

if not exist "%TIEOUT_JAR%" (
  echo tieout: building ^(the first time libraries are downloaded too, which takes some minutes^) ... 1>&2
  pushd "%TIEOUT_HOME%"
  call mvnw.cmd -q -B -Dquick -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (popd & echo tieout: the build failed; its messages stand above. 1>&2 & exit /b 1)
  popd
)

set "TIEOUT_NATIVE="
if %TIEOUT_MAJOR% GEQ 22 set "TIEOUT_NATIVE=--enable-native-access=ALL-UNNAMED"
"%TIEOUT_JAVA%" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 ^
  -Djava.awt.headless=true -Dsun.net.http.retryPost=false ^
  -Djdk.httpclient.keepalive.timeout=5 -Djdk.httpclient.redirects.retrylimit=1 -Djdk.httpclient.disableRetryConnect=true ^
  -XX:+DisplayVMOutputToStderr -Xlog:disable ^
  -XX:+CrashOnOutOfMemoryError -XX:-CreateCoredumpOnCrash %TIEOUT_NATIVE% %TIEOUT_JAVA_OPTS% -jar "%TIEOUT_JAR%" %*
exit /b %ERRORLEVEL%
