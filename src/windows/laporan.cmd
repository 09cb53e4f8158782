@echo off
rem Seret berkas penilaian (.yaml) atau buku kerja (.xlsx) ke atas berkas ini: laporannya ditulis di sebelahnya lalu dibuka.
rem Drop an assessment (.yaml) or a workbook (.xlsx) onto this file: its report is written beside it and opened.
setlocal
set "program=%~dp0spbe-index.exe"
set "penilaian=%~1"
if "%~1"=="" (
  echo Seret berkas .yaml atau .xlsx ke atas laporan.cmd.
  echo Drop a .yaml or .xlsx file onto laporan.cmd.
  goto berhenti
)
if /i not "%~x1"==".xlsx" goto laporan
rem Dari buku kerja: dibaca dulu menjadi berkas penilaian. A workbook becomes an assessment first.
set "penilaian=%~dpn1.yaml"
if exist "%penilaian%" (
  "%program%" import "%~1" --into "%penilaian%"
) else (
  "%program%" import "%~1" -o "%penilaian%"
)
if errorlevel 1 goto berhenti
:laporan
"%program%" report "%penilaian%" -o "%~dpn1-laporan.html"
if errorlevel 1 goto berhenti
echo "%~dpn1-laporan.html"
if not defined SPBE_TANPA_PERAMBAN start "" "%~dpn1-laporan.html"
exit /b 0
:berhenti
if not defined SPBE_TANPA_PERAMBAN pause
exit /b 2
