@echo off
rem Finds a Python that simwijk is on this stick for, and lets it do the rest.
set "here=%~dp0"
for %%v in ({pythons}) do (
    py -%%v -c "import venv" >nul 2>nul && (
        py -%%v -B "%here%simwijk\start.py" %*
        goto end
    )
)
python -c "import sys, venv; sys.exit('%%d.%%d' %% sys.version_info[:2] not in '{pythons}'.split())" >nul 2>nul && (
    python -B "%here%simwijk\start.py" %*
    goto end
)
echo Er staat geen geschikte Python op deze computer. Nodig is Python {or_nl}.
echo Kijk in de map python op deze stick, en dubbelklik wat er staat. Staat er niets: www.python.org/downloads
echo Dubbelklik daarna weer start.bat. Of open plan_b.html: dat speelt zonder Python.
echo.
echo There is no Python on this computer that fits. It takes Python {or_en}.
echo Look in the folder python on this stick, and double-click what is there. If nothing: www.python.org/downloads
echo Then double-click start.bat again. Or open plan_b.html, which plays without Python.
pause
exit /b 2
:end
if errorlevel 1 pause
