@echo off
rem Opens the lessons on Windows: a double click is enough.
chcp 65001 >nul
cd /d "%~dp0"
where py >nul 2>nul
if errorlevel 1 (python start.py %*) else (py -{python} start.py %*)
pause
