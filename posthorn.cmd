@echo off
rem Starts Posthorn from its sources on Windows: builds what is missing or out of date, then runs it. Untested so far.
rem The same steps as in the script `posthorn` beside this file, with the same environment: JAVA_HOME, MAVEN_OPTS, POSTHORN_OPTS.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "root=%~dp0"
set "root=%root:~0,-1%"
set "target=%root%\target"
set "launch=%target%\launch"

set "jdk="
call :take "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :take "%%~dpj.."
for %%f in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    for /d %%d in ("%%~f\*") do call :take "%%~d"
)
if not defined jdk (
    echo posthorn: needs a JDK of version 25 or newer and found none: install one from https://adoptium.net and set JAVA_HOME if it is in an unusual folder. 1>&2
    exit /b 2
)

call :stale || goto start
where mvn >nul 2>nul || (
    echo posthorn: needs Maven to build itself and found no mvn: install it from https://maven.apache.org and start again. 1>&2
    exit /b 2
)
if not exist "%launch%" mkdir "%launch%"
:lock
mkdir "%launch%\lock.d" 2>nul && goto build
rem A lock of more than ten minutes belongs to a start that was killed.
powershell -NoProfile -Command "if (((Get-Date) - (Get-Item '%launch%\lock.d').CreationTime).TotalMinutes -gt 10) { Remove-Item '%launch%\lock.d' }" 2>nul
ping -n 2 127.0.0.1 >nul
goto lock
:build
call :stale || goto built
echo Building Posthorn... 1>&2
if exist "%launch%\begun" for %%d in (classes maven-status lib fx) do rmdir /s /q "%target%\%%d" 2>nul
type nul > "%launch%\begun"
rmdir /s /q "%target%\lib" "%target%\fx" 2>nul
setlocal
set "JAVA_HOME=%jdk%"
call mvn -B -q -f "%root%\pom.xml" -Plauncher -DskipTests -Dspotless.check.skip=true process-classes 1>&2
if errorlevel 1 (
    endlocal
    del "%launch%\begun" "%launch%\built" 2>nul
    rmdir "%launch%\lock.d"
    echo posthorn: could not be built; Maven's words are above. Nothing was started. 1>&2
    exit /b 2
)
endlocal
move /y "%launch%\begun" "%launch%\built" >nul
:built
rmdir "%launch%\lock.d"

:start
set "window="
if "%~1"=="" set "window=1"
if "%~1"=="snapshot" set "window=1"
set "common=-Dposthorn.samples="%root%\collections" --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC %POSTHORN_OPTS%"
if defined window (
    "%jdk%\bin\java" -cp "%target%\classes;%target%\lib\*" %common% --module-path "%target%\fx" --add-modules javafx.controls,javafx.web --enable-native-access=ALL-UNNAMED,javafx.graphics,javafx.web,javafx.media dev.posthorn.Main %*
) else (
    "%jdk%\bin\java" -cp "%target%\classes;%target%\lib\*" %common% --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 dev.posthorn.Main %*
)
exit /b %errorlevel%

rem Takes a folder as the JDK if it is one of version 25 or newer, by its release file.
:take
if defined jdk exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
    set "version=%%~v"
)
if not defined version exit /b
set "version=%version:"=%"
if defined version if %version% GEQ 25 set "jdk=%~f1"
set "version="
exit /b

rem Errorlevel 0 where something that was built is gone or a source is newer than the last whole build.
:stale
if not exist "%launch%\built" exit /b 0
if not exist "%target%\classes\dev\posthorn\Main.class" exit /b 0
if not exist "%target%\lib" exit /b 0
if not exist "%target%\fx" exit /b 0
powershell -NoProfile -Command "$b = (Get-Item '%launch%\built').LastWriteTime; if (@(Get-Item '%root%\pom.xml') + @(Get-ChildItem -Recurse '%root%\src\main') | Where-Object { $_.LastWriteTime -gt $b } | Select-Object -First 1) { exit 0 } else { exit 1 }"
exit /b %errorlevel%
